"use client";

import { type ComponentProps, useActionState } from "react";
import type { FormState } from "@/lib/form-state";
import { EditableList } from "./editable-list";
import { FormMessage } from "./form-message";
import { useFocusOn } from "./use-focus-on";

/**
 * An editable list whose unused rows can be removed. What became of it is said above the list: the row
 * with its form is gone.
 */
export function RemovableList({
  remove,
  ...list
}: Omit<ComponentProps<typeof EditableList>, "removal"> & {
  remove: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const [state, removal] = useActionState(remove, {}, `${list.permalink}#removed`);
  const said = useFocusOn<HTMLDivElement>(state.message ? state : null);
  return (
    <div>
      <div ref={said} tabIndex={-1} className={state.message ? "pb-4" : undefined}>
        <FormMessage state={state} />
      </div>
      <EditableList {...list} removal={removal} />
    </div>
  );
}
