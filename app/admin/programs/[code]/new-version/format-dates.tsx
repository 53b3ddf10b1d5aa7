import { Field } from "@/components/field";
import { FieldError } from "@/components/field-error";
import { type FormState, keptList } from "@/lib/form-state";
import type { RuleDraft } from "@/lib/rule-drafts/schema";

/** From when each format counts: most always do, so the dates stand behind a word that opens them. */
export function FormatDates({
  draft,
  formats,
  state,
}: {
  draft: RuleDraft;
  formats: readonly string[];
  state: FormState;
}) {
  const kept = keptList(state, "formatFrom");
  const dates = formats.map((name, place) => ({
    name,
    day: kept?.[place] ?? draft.formatFrom[draft.formatName.indexOf(name)] ?? "",
  }));
  const wrong = state.errors?.formatFrom;
  const isOpen = wrong !== undefined || dates.some(({ day }) => day !== "");
  return (
    <details open={isOpen}>
      <summary className="cursor-pointer text-body font-semibold">
        Formats that count only when earned from a date on
      </summary>
      <div className="flex flex-col gap-3 pt-3">
        <FieldError id="formatFrom" wrong={wrong} />
        <div className="grid grid-cols-[repeat(auto-fill,minmax(12rem,1fr))] gap-4">
          {dates.map(({ name, day }, place) => (
            <div key={name}>
              <input type="hidden" name="formatName" value={name} />
              <Field
                id={`formatFrom${place}`}
                name="formatFrom"
                label={name}
                type="date"
                width="date"
                defaultValue={day}
                error={undefined}
              />
            </div>
          ))}
        </div>
      </div>
    </details>
  );
}
