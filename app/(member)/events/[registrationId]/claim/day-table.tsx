import { ClaimTable } from "@/components/claim-table";
import { claimPath } from "@/lib/addresses";
import { formatShortDay } from "@/lib/calendar";
import type { MemberClaim } from "@/lib/claims/queries";
import type { ClaimRow } from "@/lib/claims/rows";
import { printCredits } from "@/lib/credits/amount";
import { Amount, Disc, EditButton, Locked } from "./day-cells";
import { DAY_FORM, DayForm } from "./day-form";

/** One row for each registered day: the pencil opens it, the disc saves it. */
export function DayTable({
  claim,
  editing,
  edited,
  canEdit,
}: {
  claim: MemberClaim;
  /** The event day of the row in edit. */
  editing: string | null;
  /** The event day of the row just saved or left, where the keyboard goes on. */
  edited: string | null;
  canEdit: boolean;
}) {
  const { id, event, rows } = claim;
  const isEdited = (row: ClaimRow) => row.eventDayId === editing && row.submittedAt === null;
  const acts = {
    key: "act",
    header: "Edit",
    headerHidden: true,
    cell: (row: ClaimRow) =>
      row.submittedAt ? (
        <Locked />
      ) : isEdited(row) ? (
        <Disc row={row} />
      ) : (
        <EditButton
          row={row}
          registrationId={id}
          isOtherEdited={rows.some(isEdited)}
          wasEdited={row.eventDayId === edited && editing === null}
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
      <ClaimTable
        event={event.title}
        rows={rows}
        acts={canEdit ? acts : undefined}
        credits={(row) =>
          isEdited(row) ? (
            <DayForm
              registrationId={id}
              eventDayId={row.eventDayId}
              version={row.version}
              label={`Credits Earned for ${formatShortDay(row.day)}`}
              amount={row.credits === null ? "" : printCredits(row.credits)}
              leaveTo={claimPath(id, { left: row.eventDayId })}
            />
          ) : (
            <Amount row={row} timeZone={event.timeZone} isPartlyOpen={canEdit} />
          )
        }
      />
    </>
  );
}
