import type { ComponentProps } from "react";
import { controlClass, describeField, type FieldBasics, FieldFrame } from "./field-frame";

export function TextareaField({
  label,
  labelHidden,
  description,
  state,
  error,
  rows = 4,
  defaultValue,
  ...textarea
}: FieldBasics & Omit<ComponentProps<"textarea">, keyof FieldBasics>) {
  const { wrong, control } = describeField({ ...textarea, state, error, description, label });
  return (
    <FieldFrame
      id={control.id}
      label={label}
      labelHidden={labelHidden}
      description={description}
      required={textarea.required}
      wrong={wrong}
    >
      <textarea
        {...textarea}
        {...control}
        rows={rows}
        defaultValue={state?.values?.[textarea.name] ?? defaultValue}
        className={`${controlClass} field-sizing-content min-h-24`}
      />
    </FieldFrame>
  );
}
