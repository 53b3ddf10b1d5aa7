import type { ComponentProps } from "react";
import { controlClass, describeField, type FieldBasics, FieldFrame } from "./field-frame";

export function TextareaField({
  rows = 4,
  defaultValue,
  ...field
}: FieldBasics & Omit<ComponentProps<"textarea">, keyof FieldBasics>) {
  const { frame, control, kept } = describeField(field, String(defaultValue ?? ""));
  return (
    <FieldFrame {...frame}>
      <textarea
        {...control}
        rows={rows}
        defaultValue={kept ?? defaultValue}
        className={`${controlClass} field-sizing-content min-h-24`}
      />
    </FieldFrame>
  );
}
