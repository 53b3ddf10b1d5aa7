import type { ComponentProps } from "react";
import { controlClass, describeField, type FieldBasics, FieldFrame } from "./field-frame";

/** A single line of typing: text, e-mail, password, date, search. Pass `required={false}` to say "(optional)". */
export function Field({
  type = "text",
  width = "full",
  defaultValue,
  ...field
}: FieldBasics &
  Omit<ComponentProps<"input">, keyof FieldBasics | "type" | "width"> & {
    type?: "text" | "email" | "password" | "date" | "search" | "tel";
    /** How much is expected: `amount` for credits, `date`, `half` for a code or a number. */
    width?: "full" | "half" | "date" | "amount";
  }) {
  const { frame, control, kept } = describeField(field, String(defaultValue ?? ""));
  return (
    <FieldFrame {...frame}>
      <input
        {...control}
        type={type}
        defaultValue={type === "password" ? undefined : (kept ?? defaultValue)}
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
