"use client";

import type { ReactNode } from "react";
import type { FormState } from "@/lib/form-state";
import { FormMessage } from "./form-message";
import { useFocusOn } from "./use-focus-on";

/**
 * A form that leaves the page once its act is done, by this person or by somebody faster. What became
 * of it stays outside, and so does what was typed in vain: it can still be read and copied.
 */
export function OfferedForm({
  state,
  isOffered,
  typed,
  children,
}: {
  state: FormState;
  isOffered: boolean;
  /** The name of the field whose text must not be lost. */
  typed?: string;
  children: ReactNode;
}) {
  const { done, message, values } = state;
  const isTold = !isOffered && message !== undefined;
  const here = useFocusOn<HTMLDivElement>(isTold ? state : null);
  const unsent = isTold && !done && typed ? values?.[typed] : undefined;
  return (
    <div
      ref={here}
      tabIndex={isTold ? -1 : undefined}
      data-form
      // Empty, it takes no room.
      className={isOffered || isTold ? "flex flex-col gap-6" : "absolute"}
    >
      {/* What was wrong with a field is nothing to a form that is gone. */}
      <FormMessage state={isOffered ? state : { ...state, errors: undefined }} />
      {unsent ? (
        <div className="flex flex-col gap-2">
          <p>What you typed was not sent. You can copy it from here:</p>
          <blockquote className="measure whitespace-pre-wrap wrap-anywhere">{unsent}</blockquote>
        </div>
      ) : null}
      {isOffered ? children : null}
    </div>
  );
}
