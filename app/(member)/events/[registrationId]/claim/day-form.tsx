"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useActionState } from "react";
import { Field } from "@/components/field";
import { FocusFirstError } from "@/components/focus-first-error";
import { FocusOnArrival } from "@/components/focus-on-arrival";
import { saveDayAction } from "./actions";

export const DAY_FORM = "day-form";

/** The row in edit. Enter or the disc saves, Escape leaves the row as it was. */
export function DayForm({
  registrationId,
  eventDayId,
  version,
  label,
  amount,
  leaveTo,
}: {
  registrationId: string;
  eventDayId: string;
  version: number;
  label: string;
  /** As it stands, printed; empty: not entered. */
  amount: string;
  leaveTo: Route;
}) {
  const [state, save] = useActionState(saveDayAction, {});
  const router = useRouter();
  return (
    <form
      id={DAY_FORM}
      action={save}
      noValidate
      className="flex justify-end"
      onKeyDown={(event) => {
        if (event.key === "Escape") router.replace(leaveTo, { scroll: false });
      }}
    >
      <input type="hidden" name="registrationId" value={registrationId} />
      <input type="hidden" name="eventDayId" value={eventDayId} />
      <input type="hidden" name="version" value={version} />
      <FocusOnArrival when>
        <Field
          name="credits"
          label={label}
          labelHidden
          width="amount"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={amount}
          state={state}
          error={state.errors?.credits ?? state.message}
        />
      </FocusOnArrival>
      <FocusFirstError state={state} />
    </form>
  );
}
