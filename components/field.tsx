import type { ComponentProps } from "react";
import { controlClass, describeField, type FieldBasics, FieldFrame } from "./field-frame";

/** A single line of typing: text, e-mail, password, date, search. Pass `required={false}` to say "(optional)". */
export function Field({
  label,
  labelHidden,
  description,
  state,
  error,
  type = "text",
  width = "full",
  defaultValue,
  ...input
}: FieldBasics &
  Omit<ComponentProps<"input">, keyof FieldBasics | "type" | "width"> & {
    type?: "text" | "email" | "password" | "date" | "search" | "tel";
    /** How much is expected: `amount` for credits, `date`, `half` for a code or a number. */
    width?: "full" | "half" | "date" | "amount";
  }) {
  const { wrong, control } = describeField({ ...input, state, error, description, label });
  const kept = type === "password" ? undefined : (state?.values?.[input.name] ?? defaultValue);
  return (
    <FieldFrame
      id={control.id}
      label={label}
      labelHidden={labelHidden}
      description={description}
      required={input.required}
      wrong={wrong}
    >
      <input
        {...input}
        {...control}
        type={type}
        defaultValue={kept}
        className={`${controlClass} ${widths[width]}`}
      />
    </FieldFrame>
  );
}

const widths = {
  full: "",
  half: "max-w-80",
  date: "max-w-48",
  amount: "max-w-28 text-end",
};
