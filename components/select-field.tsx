import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { controlClass, describeField, type FieldBasics, FieldFrame } from "./field-frame";

export function SelectField({
  options,
  defaultValue,
  ...field
}: FieldBasics &
  Omit<ComponentProps<"select">, keyof FieldBasics | "children" | "defaultValue"> & {
    options: readonly { value: string; label: string }[];
    defaultValue?: string;
  }) {
  const stands = options.find(({ value }) => value === defaultValue);
  const { frame, control, kept } = describeField(field, defaultValue ?? "", stands?.label);
  const chosen = kept ?? defaultValue;
  return (
    <FieldFrame {...frame}>
      <span className="relative block">
        <select
          // React puts a form back after its action but leaves a select's first choice standing.
          key={chosen}
          {...control}
          defaultValue={chosen}
          className={`${controlClass} appearance-none pe-9`}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 end-3 my-auto size-4 text-muted"
        />
      </span>
    </FieldFrame>
  );
}
