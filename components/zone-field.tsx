import type { FormState } from "@/lib/form-state";
import { Field } from "./field";

/** An IANA name, typed with the known ones at hand. */
export function ZoneField({
  state,
  timeZone,
  zones,
}: {
  state: FormState;
  timeZone: string;
  zones: readonly string[];
}) {
  return (
    <>
      <Field
        name="timeZone"
        label="Time zone"
        width="half"
        description="Where the event is held, such as America/New_York."
        state={state}
        defaultValue={timeZone}
        list="zones"
        autoComplete="off"
        spellCheck={false}
        required
      />
      <datalist id="zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
