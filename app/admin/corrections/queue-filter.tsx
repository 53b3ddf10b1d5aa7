import { FilterBar } from "@/components/filter-bar";
import { SelectField } from "@/components/select-field";
import type { Queue } from "@/lib/correction-requests/schema";

export function QueueFilter({ state, sort }: Pick<Queue, "state" | "sort">) {
  return (
    <FilterBar
      action="/admin/corrections"
      clear={state === "open" ? undefined : "/admin/corrections"}
      sort={sort}
    >
      <SelectField
        name="state"
        label="State"
        defaultValue={state}
        options={[
          { value: "open", label: "Open" },
          { value: "decided", label: "Decided" },
        ]}
      />
    </FilterBar>
  );
}
