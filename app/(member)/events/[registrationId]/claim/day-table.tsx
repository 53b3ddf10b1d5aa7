import { Pencil, Save } from "lucide-react";
import Form from "next/form";
import { Button } from "@/components/button";
import { DataTable } from "@/components/data-table";
import { FocusOnArrival } from "@/components/focus-on-arrival";
import { claimPath } from "@/lib/addresses";
import { formatInstant, formatShortDay } from "@/lib/calendar";
import type { ClaimRow, MemberClaim } from "@/lib/claims/queries";
import { totalOf } from "@/lib/claims/rules";
import { printCredits } from "@/lib/credits/amount";
import { DAY_FORM, DayForm } from "./day-form";

/** One row for each registered day: the pencil opens it, the disc saves it. */
export function DayTable({
  claim,
  editing,
  saved,
  canEdit,
}: {
  claim: MemberClaim;
  /** The event day of the row in edit. */
  editing: string | null;
  saved: string | null;
  canEdit: boolean;
}) {
  const { id, event, rows } = claim;
  const isEdited = (row: ClaimRow) => row.eventDayId === editing && row.submittedAt === null;
  const maximum = rows.reduce((sum, row) => sum + row.maximum, 0);
  const acts = {
    key: "act",
    header: "Edit",
    headerHidden: true,
    cell: (row: ClaimRow) =>
      row.submittedAt ? null : isEdited(row) ? (
        <Disc row={row} />
      ) : (
        <EditButton
          row={row}
          registrationId={id}
          isOtherEdited={rows.some(isEdited)}
          wasSaved={row.eventDayId === saved && editing === null}
        />
      ),
  };
  return (
    <>
      {rows.some(isEdited) ? (
        // Enter presses the first button of its form: this one saves, the first pencil would lead away.
        <button
          type="submit"
          form={DAY_FORM}
          className="sr-only"
          tabIndex={-1}
          aria-hidden="true"
        />
      ) : null}
      <DataTable
        caption={`Credits for ${event.title}`}
        captionHidden
        rows={rows}
        rowKey={(row) => row.eventDayId}
        columns={[
          ...(canEdit ? [acts] : []),
          {
            key: "day",
            header: "Day",
            rowHeader: true,
            cell: (row) => (
              <>
                <time dateTime={row.day}>{formatShortDay(row.day)}</time>
                {row.title ? (
                  <span className="ms-3 font-normal text-muted">{row.title}</span>
                ) : null}
              </>
            ),
          },
          {
            key: "maximum",
            header: "Maximum",
            align: "end",
            cell: (row) => printCredits(row.maximum),
          },
          {
            key: "credits",
            header: "Credits Earned",
            align: "end",
            cell: (row) =>
              isEdited(row) ? (
                <DayForm
                  registrationId={id}
                  eventDayId={row.eventDayId}
                  version={row.version}
                  label={`Credits Earned for ${formatShortDay(row.day)}`}
                  amount={row.credits === null ? "" : printCredits(row.credits)}
                  leaveTo={claimPath(id)}
                />
              ) : (
                <Amount row={row} timeZone={event.timeZone} />
              ),
          },
        ]}
        foot={{
          day: "Total",
          maximum: printCredits(maximum),
          credits: printCredits(totalOf(rows)),
        }}
      />
    </>
  );
}

function Amount({ row, timeZone }: { row: ClaimRow; timeZone: string }) {
  if (row.credits === null) return <span className="text-muted">not entered</span>;
  return (
    <>
      {printCredits(row.credits)}
      {row.savedAt && !row.submittedAt ? (
        <span className="block text-note text-muted">
          saved {formatInstant(row.savedAt, timeZone)}
        </span>
      ) : null}
    </>
  );
}

function Disc({ row }: { row: ClaimRow }) {
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
function EditButton({
  row,
  registrationId,
  isOtherEdited,
  wasSaved,
}: {
  row: ClaimRow;
  registrationId: string;
  isOtherEdited: boolean;
  wasSaved: boolean;
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
      <FocusOnArrival when={wasSaved}>
        <Button {...look} />
      </FocusOnArrival>
    </Form>
  );
}
