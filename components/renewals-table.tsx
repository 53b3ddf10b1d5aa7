import { DataTable } from "@/components/data-table";
import { TextLink } from "@/components/text-link";
import { renewalPath } from "@/lib/addresses";
import { type Day, formatLongDay } from "@/lib/calendar";
import type { CycleDates } from "@/lib/certifications/rules";
import { type RenewalState, STATE_WORDS } from "@/lib/renewals/rules";
import { credentialsOf, periodOf } from "@/lib/renewals/wording";

type Listed = {
  id: string;
  dueOn: Day;
  state: RenewalState;
  cycles: readonly { called: { code: string }; renews: CycleDates }[];
};

/** The member's renewals and how each stands. */
export function RenewalsTable({ renewals }: { renewals: readonly Listed[] }) {
  return (
    <DataTable
      caption="Renewals"
      rows={renewals}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "credentials",
          header: "Credentials",
          rowHeader: true,
          cell: ({ id, cycles }) => (
            <TextLink href={renewalPath(id)}>
              {`${credentialsOf(cycles)} ${periodOf(cycles)}`}
            </TextLink>
          ),
        },
        { key: "due", header: "Due", cell: ({ dueOn }) => formatLongDay(dueOn) },
        { key: "state", header: "State", cell: ({ state }) => STATE_WORDS[state] },
      ]}
    />
  );
}
