"use client";

import { type FormEvent, useState } from "react";
import { Field } from "@/components/field";
import type { FormState } from "@/lib/form-state";
import { hoursWords } from "@/lib/reporting-forms/rules";

/** Start, end and breaks, and what they come to: reckoned while they are typed, and again on saving. */
export function TimeFields({
  state,
  rate,
}: {
  state: FormState;
  rate: { increment: number; minutesPerCredit: number };
}) {
  const kept = state.values ?? {};
  const [typed, setTyped] = useState({
    starts: kept.starts ?? "",
    ends: kept.ends ?? "",
    breakMinutes: kept.breakMinutes ?? "",
  });
  const words = hoursWords(typed, rate);
  const isSaidAbove = Object.values(state.errors ?? {}).some((error) => error === words);

  function reckon({ target }: FormEvent<HTMLFieldSetElement>) {
    if (!(target instanceof HTMLInputElement)) return;
    setTyped((before) => ({ ...before, [target.name]: target.value }));
  }

  return (
    <fieldset onInput={reckon} className="flex flex-col gap-4">
      <legend className="pb-2 text-body text-muted">
        A CEC is one hour with meals and breaks excluded.
      </legend>
      <div className="grid max-w-140 gap-4 sm:grid-cols-3">
        <Field
          name="starts"
          label="Start"
          description="Such as 9:00 or 9 am"
          required
          state={state}
        />
        <Field name="ends" label="End" description="Such as 13:30 or 1 pm" required state={state} />
        <Field
          name="breakMinutes"
          label="Breaks"
          description="In minutes"
          inputMode="numeric"
          state={state}
        />
      </div>
      <p className="font-semibold">
        <span className="text-body text-muted">Hours: </span>
        <output aria-live="polite" className="tabular-nums">
          {isSaidAbove ? "none yet" : (words ?? "reckoned when you save")}
        </output>
      </p>
    </fieldset>
  );
}
