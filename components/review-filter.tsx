import type { Route } from "next";
import { Field } from "./field";
import { FilterBar } from "./filter-bar";
import { SelectField } from "./select-field";

/** Whose credit, and of which format, a queue of the review desk lists. */
export function ReviewFilter({
  action,
  search: { q, format, sort },
  formats,
}: {
  action: Route;
  search: { q: string; format: string; sort?: string };
  formats: readonly string[];
}) {
  return (
    <FilterBar action={action} clear={q || format ? action : undefined} sort={sort}>
      <Field
        name="q"
        type="search"
        label="Member"
        placeholder="Name, number or email"
        defaultValue={q}
      />
      <SelectField
        name="format"
        label="Format"
        defaultValue={format}
        options={[
          { value: "", label: "All" },
          ...formats.map((value) => ({ value, label: value })),
        ]}
      />
    </FilterBar>
  );
}
