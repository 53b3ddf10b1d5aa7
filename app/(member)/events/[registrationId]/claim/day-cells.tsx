import { Lock, Pencil, Save } from "lucide-react";
import Form from "next/form";
import { Button } from "@/components/button";
import { FocusOnArrival } from "@/components/focus-on-arrival";
import { claimPath } from "@/lib/addresses";
import { formatInstant, formatShortDay, todayIn } from "@/lib/calendar";
import type { ClaimRow } from "@/lib/claims/rows";
import { printCredits } from "@/lib/credits/amount";
import { DAY_FORM } from "./day-form";

/** While other days are open, a locked one says since when it is. */
export function Amount({
  row,
  timeZone,
  isPartlyOpen,
}: {
  row: ClaimRow;
  timeZone: string;
  isPartlyOpen: boolean;
}) {
  if (row.credits === null) return <span className="text-muted">not entered</span>;
  return (
    <>
      {printCredits(row.credits)}
      {row.submittedAt ? (
        isPartlyOpen ? (
          <span className="block text-note text-muted">
            submitted {formatShortDay(todayIn(timeZone, row.submittedAt))}
          </span>
        ) : null
      ) : row.savedAt ? (
        <span className="block text-note text-muted">
          saved {formatInstant(row.savedAt, timeZone)}
        </span>
      ) : null}
    </>
  );
}

/** Where an open day has its pencil. */
export function Locked() {
  return (
    <span className="inline-flex min-h-9 items-center px-3 text-muted">
      <Lock role="img" aria-label="Locked" className="size-4" />
    </span>
  );
}

export function Disc({ row }: { row: ClaimRow }) {
  return (
    <Button
      type="submit"
      form={DAY_FORM}
      size="compact"
      aria-label={`Save credits for ${formatShortDay(row.day)}`}
    >
      <Save aria-hidden="true" className="size-4" />
    </Button>
  );
}

/** While another row is in edit, the pencil saves that one first: what was typed is not lost. */
export function EditButton({
  row,
  registrationId,
  isOtherEdited,
  wasEdited,
}: {
  row: ClaimRow;
  registrationId: string;
  isOtherEdited: boolean;
  wasEdited: boolean;
}) {
  const look = {
    type: "submit",
    variant: "quiet",
    size: "compact",
    "aria-label": `Edit credits for ${formatShortDay(row.day)}`,
    children: <Pencil aria-hidden="true" className="size-4" />,
  } as const;
  if (isOtherEdited) {
    return <Button {...look} form={DAY_FORM} name="onward" value={row.eventDayId} />;
  }
  return (
    <Form action={`${claimPath(registrationId)}#${row.eventDayId}`} scroll={false}>
      <input type="hidden" name="day" value={row.eventDayId} />
      <FocusOnArrival when={wasEdited}>
        <Button {...look} />
      </FocusOnArrival>
    </Form>
  );
}
