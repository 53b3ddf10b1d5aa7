import { reportingFormPath } from "@/lib/addresses";
import { type Day, formatDay } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import { standingWords } from "@/lib/reporting-forms/wording";
import { DataTable } from "./data-table";
import { TextLink } from "./text-link";

type Listed = Parameters<typeof standingWords>[0] & {
  id: string;
  title: string;
  earnedOn: Day;
  formatName: string;
  credits: number;
};

/** A member's CEC Reporting Forms and where each of them is. */
export function FormsTable({
  forms,
  captionHidden,
}: {
  forms: readonly Listed[];
  captionHidden?: boolean;
}) {
  return (
    <DataTable
      caption="Your CEC Reporting Forms"
      captionHidden={captionHidden}
      rows={forms}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          header: "Title",
          rowHeader: true,
          cell: ({ id, title }) => <TextLink href={reportingFormPath(id)}>{title}</TextLink>,
        },
        { key: "date", header: "Date", cell: (form) => formatDay(form.earnedOn) },
        { key: "category", header: "Category", cell: (form) => form.formatName },
        {
          key: "credits",
          header: "CECs",
          align: "end",
          cell: (form) => printCredits(form.credits),
        },
        { key: "state", header: "State", cell: standingWords },
      ]}
    />
  );
}
