import { type Day, formatDay } from "@/lib/calendar";
import { type FormState, keptList } from "@/lib/form-state";
import { FieldError } from "./field-error";

/** Days of an event to tick; the form sends `days`, an id for each. */
export function DayChoice({
  legend,
  days,
  state,
}: {
  legend: string;
  days: readonly { id: string; day: Day; title: string }[];
  state: FormState;
}) {
  const wrong = state.errors?.days;
  const kept = keptList(state, "days") ?? [];
  return (
    <fieldset className="flex flex-col gap-2" aria-describedby={wrong ? "days-error" : undefined}>
      <legend className="pb-2 text-body font-semibold">{legend}</legend>
      {days.map(({ id, day, title }) => (
        <label key={id} className="flex items-start gap-3 py-1">
          <input
            type="checkbox"
            name="days"
            value={id}
            defaultChecked={kept.includes(id)}
            aria-invalid={wrong ? true : undefined}
            className="size-6 shrink-0 rounded-soft"
          />
          <span>
            {formatDay(day)}
            {title ? <span className="ms-3 text-muted">{title}</span> : null}
          </span>
        </label>
      ))}
      <FieldError id="days" wrong={wrong} />
    </fieldset>
  );
}
