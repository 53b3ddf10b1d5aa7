import { DataTable } from "@/components/data-table";
import { type Day, formatInstant, formatLongDay } from "@/lib/calendar";
import { STEP_WORDS } from "@/lib/credit-audits/wording";
import type { AuditStepKind } from "@/prisma/generated/enums";

type Step = {
  number: number;
  kind: AuditStepKind;
  text: string;
  dueOn: Day;
  takenAt: Date;
  by: string;
};

/** What was done to an audit and why, by its member and by staff, the first first. */
export function AuditTrail({ steps, timeZone }: { steps: readonly Step[]; timeZone: string }) {
  if (steps.length === 0) return null;
  return (
    <DataTable
      caption="What was done"
      rows={steps}
      rowKey={({ number }) => `step-${number}`}
      columns={[
        { key: "at", header: "When", cell: ({ takenAt }) => formatInstant(takenAt, timeZone) },
        { key: "what", header: "What", rowHeader: true, cell: ({ kind }) => STEP_WORDS[kind] },
        { key: "by", header: "By", cell: ({ by }) => by },
        {
          key: "text",
          header: "Note",
          cell: ({ text }) =>
            text ? <span className="whitespace-pre-wrap wrap-anywhere">{text}</span> : null,
        },
        { key: "due", header: "Documents due", cell: ({ dueOn }) => formatLongDay(dueOn) },
      ]}
    />
  );
}
