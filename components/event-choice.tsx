import type { Route } from "next";
import { FilterBar } from "./filter-bar";
import { SelectField } from "./select-field";

/** Choosing an event by its address, `?event=…`, before its days are asked. */
export function EventChoice({
  action,
  chosen,
  events,
}: {
  action: Route;
  chosen: string | undefined;
  events: readonly { value: string; label: string }[];
}) {
  return (
    <FilterBar action={action} submitLabel="Choose event">
      <SelectField
        name="event"
        label="Event"
        defaultValue={chosen ?? ""}
        options={[{ value: "", label: "Choose an event" }, ...events]}
      />
    </FilterBar>
  );
}
