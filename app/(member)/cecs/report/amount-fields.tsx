"use client";

import { useRef, useState } from "react";
import { Field } from "@/components/field";
import { FieldError } from "@/components/field-error";
import { SelectField } from "@/components/select-field";
import { conversionWords, convert, UNITS, type Unit } from "@/lib/conversions/rules";
import { creditsTyped, printCredits, refusalOfAmount } from "@/lib/credits/amount";
import type { FormState } from "@/lib/form-state";
import { USUAL_CREDIT_TYPE } from "@/lib/reports/rules";

export type CreditTypeChoice = { name: string; increment: number; minutesPerCredit: number };
export type Factors = { collegeHourFactor: number; ceuFactor: number };

/** CECs Earned with the helper that converts, Credit Type, and the question about college hours. */
export function AmountFields({
  state,
  creditTypes,
  factors,
  asked,
  onFill,
}: {
  state: FormState;
  creditTypes: readonly CreditTypeChoice[];
  factors: Factors;
  /** "3 CECs, or 3 credit hours (30)?"; null: nothing is to be asked. */
  asked: string | null;
  onFill: () => void;
}) {
  const here = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState("");

  /** Fills CECs Earned from the helper; there it can be changed, and what stands there counts. */
  function fill() {
    const form = here.current?.closest("form");
    if (!form) return;
    const said = new FormData(form);
    const typed = String(said.get("convertAmount"));
    const amount = refusalOfAmount(typed) === null ? creditsTyped(typed) : null;
    const type = creditTypes.find(({ name }) => name === said.get("creditType"));
    const field = form.elements.namedItem("credits");
    if (amount === null || !type || !(field instanceof HTMLInputElement)) return setWords("");
    const entered = { from: said.get("convertFrom") as Unit, amount };
    const rates = { ...factors, ...type };
    const credits = convert(entered, rates);
    if (credits !== null) field.value = printCredits(credits);
    setWords(conversionWords(entered, rates));
    onFill();
  }

  return (
    <div ref={here} className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <Field
          name="credits"
          label="CECs Earned"
          description={`Enter college credit at the converted rate (${factors.collegeHourFactor}x).`}
          width="amount"
          inputMode="decimal"
          autoComplete="off"
          required
          state={state}
        />
        <details open={Boolean(state.values?.convertAmount)} className="max-w-140">
          <summary className="words-link w-fit cursor-pointer py-1 text-body">
            Convert from college credit hours, CEUs or minutes
          </summary>
          <div className="mt-2 flex flex-col gap-4 rounded-soft bg-sunken p-4">
            <SelectField
              name="convertFrom"
              label="Convert from"
              defaultValue="hours"
              state={state}
              onChange={fill}
              options={Object.entries(UNITS).map(([value, label]) => ({ value, label }))}
            />
            <Field
              name="convertAmount"
              label="How many"
              description="The result fills CECs Earned, where you can still change it."
              width="amount"
              inputMode="decimal"
              autoComplete="off"
              state={state}
              onChange={fill}
            />
            <p role="status" className="text-body font-semibold tabular-nums empty:hidden">
              {words}
            </p>
          </div>
        </details>
      </div>
      <SelectField
        name="creditType"
        label="Credit Type"
        description={`If you are unsure, choose ${USUAL_CREDIT_TYPE}.`}
        defaultValue={USUAL_CREDIT_TYPE}
        required
        state={state}
        options={creditTypes.map(({ name }) => ({ value: name, label: name }))}
      />
      {asked ? (
        <HoursQuestion asked={asked} state={state} factor={factors.collegeHourFactor} />
      ) : null}
    </div>
  );
}

function HoursQuestion({
  asked,
  state,
  factor,
}: {
  asked: string;
  state: FormState;
  factor: number;
}) {
  const wrong = state.errors?.creditsMeant ? "Choose what you entered." : undefined;
  const choices = [
    { value: "credits", label: "CECs: they count as entered" },
    { value: "hours", label: `Credit hours: they are multiplied by ${factor}` },
  ];
  return (
    <fieldset className="flex max-w-140 flex-col gap-2 rounded-soft bg-warning-tint p-4">
      <legend className="float-start pb-2 text-body font-semibold">{asked}</legend>
      {choices.map(({ value, label }) => (
        <label key={value} className="flex items-start gap-3">
          <input
            type="radio"
            name="creditsMeant"
            value={value}
            defaultChecked={state.values?.creditsMeant === value}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={wrong ? "creditsMeant-error" : undefined}
            className="mt-0.5 size-5 shrink-0"
          />
          {label}
        </label>
      ))}
      <FieldError id="creditsMeant" wrong={wrong} />
    </fieldset>
  );
}
