"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";

/** The button that sends its form. While the answer is on its way it says so and sends nothing twice. */
export function SubmitButton({
  pendingLabel,
  isBusy = false,
  children,
  variant = "primary",
  onClick,
  ...button
}: Omit<ComponentProps<typeof Button>, "type"> & {
  pendingLabel?: string;
  /** For a form that a script sends: its status is not React's to know. */
  isBusy?: boolean;
}) {
  const status = useFormStatus();
  const pending = status.pending || isBusy;
  return (
    <Button
      type="submit"
      variant={variant}
      // Not `disabled`: that would drop the keyboard's focus to the top of the page.
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else onClick?.(event);
      }}
      {...button}
    >
      {pending ? (
        <span
          aria-hidden="true"
          className="size-4 shrink-0 animate-[turn_0.8s_linear_infinite] rounded-full border-2 border-current border-e-transparent"
        />
      ) : null}
      {pending && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
