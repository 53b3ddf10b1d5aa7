"use client";

import type { Route } from "next";
import { FilterBar } from "./filter-bar";
import { SelectField } from "./select-field";

/** A filter by choices, each value its own label unless one is told; the first of them is "All". */
export type ChoiceFilter = {
  name: string;
  label: string;
  chosen: string;
  choices: readonly (string | { value: string; label: string })[];
  /** It has no "All", and takes the whole width of a phone. */
  isOrder?: boolean;
};

const ALL = { value: "", label: "All" };

/** A filter bar made of choices alone. */
export function ChoiceFilters({
  action,
  clear,
  filters,
}: {
  action: Route;
  clear?: Route;
  filters: readonly ChoiceFilter[];
}) {
  return (
    <FilterBar action={action} clear={clear}>
      {filters.map(({ name, label, chosen, choices, isOrder = false }) => {
        const options = choices.map((choice) =>
          typeof choice === "string" ? { value: choice, label: choice } : choice,
        );
        return (
          <div key={name} className={isOrder ? "max-sm:col-span-2" : undefined}>
            <SelectField
              name={name}
              label={label}
              defaultValue={chosen}
              options={isOrder ? options : [ALL, ...options]}
            />
          </div>
        );
      })}
    </FilterBar>
  );
}
