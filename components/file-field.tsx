import type { ComponentProps } from "react";
import { controlClass, describeField, type FieldBasics, FieldFrame } from "./field-frame";

export function FileField({
  label,
  labelHidden,
  description,
  state,
  error,
  ...input
}: FieldBasics & Omit<ComponentProps<"input">, keyof FieldBasics | "type">) {
  const { wrong, control } = describeField({ ...input, state, error, description, label });
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
        type="file"
        className={`${controlClass} file:me-3 file:rounded-soft file:border-0 file:bg-accent-tint file:px-3 file:py-1 file:font-semibold file:text-accent`}
      />
    </FieldFrame>
  );
}
