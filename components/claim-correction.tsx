import type { Route } from "next";
import Form from "next/form";
import { eventDayPath } from "@/lib/addresses";
import { formatShortDay } from "@/lib/calendar";
import type { ClaimRow } from "@/lib/claims/rows";
import { type CycleEffect, isAboveMaximum, type TypedDay } from "@/lib/corrections/rules";
import { printCredits } from "@/lib/credits/amount";
import type { FormState } from "@/lib/form-state";
import { ConfirmCorrectionForm } from "./confirm-correction-form";
import { CorrectionEffect } from "./correction-effect";
import { DataTable } from "./data-table";
import { Field } from "./field";
import { Notice } from "./notice";
import { SubmitButton } from "./submit-button";
import { TextLink } from "./text-link";

type DeskRow = ClaimRow & { new: TypedDay };

/**
 * Locked days, what stands beside what is typed; asked for, what the change does; then its reason.
 * What is typed stands in the address, so that it needs no script and can be gone back to.
 */
export function ClaimCorrection({
  path,
  desk,
  about,
  action,
  mayRaise,
}: {
  path: Route;
  desk: {
    event: { id: string };
    rows: readonly DeskRow[];
    total: number;
    isAsked: boolean;
    effect: {
      total: readonly [number, number];
      cycles: readonly CycleEffect[];
      certificate: string;
      label: string;
    } | null;
  };
  /** Goes along with the correction: whose claim, which request. */
  about: Readonly<Record<string, string>>;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Whether the reader may change the days of the event. */
  mayRaise: boolean;
}) {
  const { rows, total, isAsked, effect } = desk;
  const isSame = isAsked && rows.every((row) => !row.new.isChanged);
  return (
    <>
      <Form action={path} className="flex flex-col items-start gap-4">
        <DataTable
          caption="Locked days"
          rows={rows}
          rowKey={({ eventDayId }) => eventDayId}
          foot={{
            day: "Total",
            stands: printCredits(total),
            ...(effect && { corrected: printCredits(effect.total[1]) }),
          }}
          columns={[
            {
              key: "day",
              header: "Day",
              rowHeader: true,
              cell: ({ day, title }) => `${formatShortDay(day)} ${title}`,
            },
            {
              key: "maximum",
              header: "Maximum",
              align: "end",
              cell: ({ maximum }) => printCredits(maximum),
            },
            {
              key: "stands",
              header: "Stands now",
              align: "end",
              cell: ({ credits }) => printCredits(credits ?? 0),
            },
            {
              key: "corrected",
              header: "Corrected to",
              align: "end",
              cell: (row) => (
                <Field
                  name={`credits-${row.eventDayId}`}
                  label={`Corrected credits for ${formatShortDay(row.day)}`}
                  labelHidden
                  width="amount"
                  inputMode="decimal"
                  defaultValue={row.new.typed}
                  error={row.new.refusal ?? undefined}
                />
              ),
            },
          ]}
        />
        {rows.filter(isAboveMaximum).map(({ eventDayId, day }) => {
          const change = `change the maximum of ${formatShortDay(day)}`;
          return (
            <p key={eventDayId}>
              To give more,{" "}
              {mayRaise ? (
                <TextLink href={eventDayPath(desk.event.id, eventDayId)}>{change}</TextLink>
              ) : (
                change
              )}{" "}
              first.
            </p>
          );
        })}
        {isSame ? (
          <Notice tone="warning">Nothing differs from what stands. Change a day first.</Notice>
        ) : null}
        <SubmitButton variant={effect ? "secondary" : "primary"}>Show what it changes</SubmitButton>
      </Form>
      {effect ? (
        <>
          <CorrectionEffect cycles={effect.cycles} certificate={effect.certificate} />
          <ConfirmCorrectionForm
            action={action}
            label={effect.label}
            fields={[
              ...Object.entries(about).map(([name, value]) => ({ name, value })),
              ...rows.flatMap((row) => fieldsOf(row)),
            ]}
          />
        </>
      ) : null}
    </>
  );
}

function fieldsOf({ eventDayId, credits, new: typed }: DeskRow) {
  if (!typed.isChanged) return [];
  return [
    { name: "eventDayIds", value: eventDayId, of: eventDayId },
    { name: "stood", value: String(credits ?? 0), of: eventDayId },
    { name: "credits", value: String(typed.credits ?? ""), of: eventDayId },
  ];
}
