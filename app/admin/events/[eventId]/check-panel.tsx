import { Notice } from "@/components/notice";
import { warningsOf } from "@/lib/event-checks/rules";
import type { SetUp } from "@/lib/events/queries";

/** What looks unlike what accreditors ask for; nothing is refused because of it. */
export function CheckPanel({ event }: { event: SetUp }) {
  const warnings = warningsOf(event);
  if (warnings.length === 0) {
    return (
      <Notice tone="good" title="Check of the set-up">
        The statements name format and credit type, the maxima agree, and every placeholder can be
        filled.
      </Notice>
    );
  }
  return (
    <Notice tone="warning" title="Check of the set-up">
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
      <p className="pt-2">These are warnings: the event works as it is.</p>
    </Notice>
  );
}
