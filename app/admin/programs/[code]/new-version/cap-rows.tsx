import { ChoiceBoxes } from "@/components/choice-boxes";
import { Field } from "@/components/field";
import { SelectField } from "@/components/select-field";
import { type FormState, keptList } from "@/lib/form-state";
import { PARTICIPATION } from "@/lib/rule-drafts/caps";
import type { RuleDraft } from "@/lib/rule-drafts/schema";

const FREE_ROWS = 3;

const PERIODS = [
  { value: "calendar year", label: "A calendar year" },
  { value: "cycle year", label: "A year of the cycle" },
  { value: "cycle", label: "A cycle" },
];

/** The maximums of a version, each ready to be left out, and free rows for others. */
export function CapRows({
  draft,
  formats,
  state,
}: {
  draft: RuleDraft;
  formats: readonly string[];
  state: FormState;
}) {
  const list = (name: keyof RuleDraft & `cap${string}`) => keptList(state, name) ?? draft[name];
  const [names, amounts, periods] = [list("capName"), list("capCredits"), list("capPer")];
  const [froms, tos, ticked] = [list("capFrom"), list("capTo"), list("capFormats")];
  const removed = list("capRemoved");
  const known = draft.capCredits.length;
  const rows = Array.from({ length: known + FREE_ROWS }, (_, row) => row);

  return rows.map((row) => {
    const of = (field: string) => ({
      id: `${field}${row}`,
      error: state.errors?.[`${field}${row}`],
    });
    const title = row < known ? `Maximum ${row + 1}` : `Another maximum (${row - known + 1})`;
    const isUsed = row < known || Boolean(amounts[row] || names[row] || hasTicks(ticked, row));
    return (
      <details
        key={row}
        open={isUsed}
        className="rounded-soft border border-hairline bg-surface p-4"
      >
        <summary className="cursor-pointer font-semibold">{title}</summary>
        <div className="flex flex-col gap-4 pt-4">
          <ChoiceBoxes
            legend="Formats"
            name="capFormats"
            {...of("capFormats")}
            choices={[
              ...formats.map((name) => ({ value: `${row}:${name}`, label: name })),
              { value: `${row}:${PARTICIPATION}`, label: "Whatever earns participation credit" },
            ]}
            chosen={ticked}
          />
          <div className="grid gap-4 sm:grid-cols-[8rem_14rem_12rem_12rem]">
            <Field
              {...of("capCredits")}
              name="capCredits"
              label="At most"
              width="amount"
              inputMode="decimal"
              defaultValue={amounts[row] ?? ""}
            />
            <SelectField
              {...of("capPer")}
              name="capPer"
              label="In"
              options={PERIODS}
              defaultValue={periods[row] || "calendar year"}
            />
            <Field
              {...of("capFrom")}
              name="capFrom"
              label="Earned from"
              type="date"
              required={false}
              defaultValue={froms[row] ?? ""}
            />
            <Field
              {...of("capTo")}
              name="capTo"
              label="Earned until"
              type="date"
              required={false}
              defaultValue={tos[row] ?? ""}
            />
          </div>
          <Field
            {...of("capName")}
            name="capName"
            label="Name"
            description="Where the names of the formats don’t say it."
            width="half"
            required={false}
            defaultValue={names[row] ?? ""}
          />
          {row < known ? (
            <ChoiceBoxes
              legend="Or"
              name="capRemoved"
              id={`capRemoved${row}`}
              choices={[{ value: String(row), label: `Leave maximum ${row + 1} out` }]}
              chosen={removed}
            />
          ) : null}
        </div>
      </details>
    );
  });
}

function hasTicks(ticked: readonly string[], row: number): boolean {
  return ticked.some((each) => each.startsWith(`${row}:`));
}
