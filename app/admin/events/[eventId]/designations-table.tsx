import { ButtonLink } from "@/components/button-link";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { TextLink } from "@/components/text-link";
import { designationPath } from "@/lib/addresses";
import { printCredits } from "@/lib/credits/amount";
import { designationName } from "@/lib/event-checks/rules";
import type { SetUp } from "@/lib/events/queries";

type Designation = SetUp["designations"][number];

export function DesignationsTable({ event }: { event: SetUp }) {
  return (
    <section className="flex flex-col gap-4">
      {event.designations.length === 0 ? (
        <>
          <h2>Designations</h2>
          <EmptyState title="No designations yet">
            Add what the event was approved for: without a designation members get a certificate of
            participation.
          </EmptyState>
        </>
      ) : (
        <DataTable
          caption="Designations"
          rows={event.designations}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: "Designation",
              rowHeader: true,
              cell: (row) => (
                <TextLink href={designationPath(event.id, row.id)}>{designationName(row)}</TextLink>
              ),
            },
            {
              key: "maximum",
              header: "Maximum",
              align: "end",
              cell: (row) => printCredits(row.maximum),
            },
            ...(event.designations.some(({ approvalNumber }) => approvalNumber)
              ? [
                  {
                    key: "number",
                    header: "Approval number",
                    cell: (row: Designation) => row.approvalNumber,
                  },
                ]
              : []),
            {
              key: "statement",
              header: "Statement",
              cell: ({ statement }) => statement && <p className="measure">{statement}</p>,
            },
          ]}
        />
      )}
      <div>
        <ButtonLink href={designationPath(event.id, "new")}>Add a designation</ButtonLink>
      </div>
    </section>
  );
}
