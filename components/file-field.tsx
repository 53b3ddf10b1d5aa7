import type { ComponentProps } from "react";
import { controlClass, describeField, type FieldBasics, FieldFrame } from "./field-frame";

export function FileField({
  ...field
}: FieldBasics & Omit<ComponentProps<"input">, keyof FieldBasics | "type">) {
  const { frame, control } = describeField(field);
  return (
    <FieldFrame {...frame}>
      <input
        {...control}
        type="file"
        className={`${controlClass} file:me-3 file:rounded-soft file:border-0 file:bg-accent-tint file:px-3 file:py-1 file:font-semibold file:text-accent`}
      />
    </FieldFrame>
  );
}
