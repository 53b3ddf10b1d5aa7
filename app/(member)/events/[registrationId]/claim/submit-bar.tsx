import Form from "next/form";
import { Button } from "@/components/button";
import { Notice } from "@/components/notice";
import { reviewPath } from "@/lib/addresses";
import { formatShortDay } from "@/lib/calendar";
import type { MemberClaim } from "@/lib/claims/queries";
import { DAY_FORM } from "./day-form";

/** What is still to enter, and the way to the review. A row in edit is saved on the way. */
export function SubmitBar({ claim, isEditing }: { claim: MemberClaim; isEditing: boolean }) {
  const blank = claim.rows.filter((row) => row.credits === null);
  const label = "Submit My Credits For This Event";
  return (
    <>
      <Notice tone="warning">
        Do not submit until every day is entered. You cannot change your credits after you submit.
      </Notice>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {isEditing ? (
          <Button type="submit" variant="primary" form={DAY_FORM} name="onward" value="review">
            {label}
          </Button>
        ) : (
          <Form action={reviewPath(claim.id)}>
            <Button type="submit" variant="primary">
              {label}
            </Button>
          </Form>
        )}
        {blank.length > 0 ? (
          <p>
            {blank.length} {blank.length === 1 ? "day" : "days"} still to enter:{" "}
            {blank.map((row, index) => (
              <span key={row.eventDayId}>
                {index > 0 ? ", " : null}
                <a className="words-link" href={`#${row.eventDayId}`}>
                  {formatShortDay(row.day)}
                </a>
              </span>
            ))}
          </p>
        ) : null}
      </div>
    </>
  );
}
