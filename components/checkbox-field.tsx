import type { ComponentProps } from "react";
import { FieldError } from "./field-error";
import { describeField, type FieldBasics } from "./field-frame";

/** A box to tick, with its sentence beside it. The form sends `on` when it is ticked. */
export function CheckboxField({
  defaultChecked,
  ...field
}: FieldBasics & Omit<ComponentProps<"input">, keyof FieldBasics | "type">) {
  const { name, state } = field;
  const isTyped = state?.values && !state.untouched?.includes(name);
  const ticked = isTyped ? state.values?.[name] === "on" : defaultChecked;
  const { frame, control } = describeField(
    isTyped ? { ...field, state: { ...state, values: { [name]: ticked ? "on" : "" } } } : field,
    defaultChecked ? "on" : "",
    defaultChecked ? "ticked" : "not ticked",
  );
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-start gap-3">
        <input
          // React puts a form back after its action but leaves the first tick standing.
          key={String(ticked)}
          {...control}
          type="checkbox"
          defaultChecked={ticked}
          className="mt-0.5 size-6 shrink-0 rounded-soft"
        />
        <div className="measure">
          <label htmlFor={frame.id} className={frame.labelHidden ? "sr-only" : "block py-0.5"}>
            {frame.label}
          </label>
          {frame.description ? (
            <p id={`${frame.id}-description`} className="text-body text-muted">
              {frame.description}
            </p>
          ) : null}
        </div>
      </div>
      <FieldError id={frame.id} wrong={frame.wrong} />
    </div>
  );
}
