import type { ComponentProps } from "react";
import { FieldError } from "./field-error";
import { describeField, type FieldBasics } from "./field-frame";

/** A box to tick, with its sentence beside it. The form sends `on` when it is ticked. */
export function CheckboxField({
  label,
  labelHidden,
  description,
  state,
  error,
  defaultChecked,
  ...box
}: FieldBasics & Omit<ComponentProps<"input">, keyof FieldBasics | "type">) {
  const { wrong, control } = describeField({ ...box, state, error, description, label });
  const ticked = state?.values ? state.values[box.name] === "on" : defaultChecked;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-start gap-3">
        <input
          // React puts a form back after its action but leaves the first tick standing.
          key={String(ticked)}
          {...box}
          {...control}
          type="checkbox"
          defaultChecked={ticked}
          className="mt-0.5 size-6 shrink-0 rounded-soft accent-accent"
        />
        <div className="measure">
          <label htmlFor={control.id} className={labelHidden ? "sr-only" : "block py-0.5"}>
            {label}
          </label>
          {description ? (
            <p id={`${control.id}-description`} className="text-body text-muted">
              {description}
            </p>
          ) : null}
        </div>
      </div>
      <FieldError id={control.id} wrong={wrong} />
    </div>
  );
}
