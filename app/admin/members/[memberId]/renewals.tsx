import { DataTable } from "@/components/data-table";
import { TextLink } from "@/components/text-link";
import { adminRenewalPath, adminRenewalsPath, auditPath } from "@/lib/addresses";
import type { Day } from "@/lib/calendar";
import { STATE_WORDS as AUDIT_WORDS } from "@/lib/credit-audits/rules";
import { briefDay } from "@/lib/dashboard/wording";
import type { ListedRenewal } from "@/lib/member-renewals/queries";
import { STATE_WORDS } from "@/lib/renewals/rules";
import { credentialsOf, feeWords, periodOf } from "@/lib/renewals/wording";

/** The member's renewals, the latest due first; the list of all renewals has those beyond. */
export function Renewals({
  renewals,
  hasMore,
  member,
  today,
}: {
  renewals: readonly ListedRenewal[];
  hasMore: boolean;
  member: { memberNumber: string | null; email: string };
  today: Day;
}) {
  return (
    <section className="flex flex-col gap-3">
      <h2>Renewals</h2>
      {renewals.length === 0 ? (
        <p className="text-muted">None. A renewal begins when its invoice is issued.</p>
      ) : (
        <DataTable
          caption="Renewals of credentials"
          captionHidden
          rows={renewals}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "credentials",
              header: "Credentials",
              rowHeader: true,
              cell: ({ id, cycles }) => (
                <TextLink href={adminRenewalPath(id)}>
                  {`${credentialsOf(cycles)} ${periodOf(cycles)}`}
                </TextLink>
              ),
            },
            { key: "state", header: "State", cell: ({ state }) => STATE_WORDS[state] },
            { key: "due", header: "Due", cell: ({ dueOn }) => briefDay(dueOn) },
            { key: "fee", header: "Fee", cell: (renewal) => feeWords(renewal, today) },
            {
              key: "audit",
              header: "Audit",
              cell: ({ audit }) =>
                audit ? (
                  <TextLink href={auditPath(audit.id)}>{AUDIT_WORDS[audit.state]}</TextLink>
                ) : null,
            },
          ]}
        />
      )}
      {hasMore ? (
        <p>
          <TextLink href={adminRenewalsPath({ q: member.memberNumber ?? member.email })}>
            All renewals of this member
          </TextLink>
        </p>
      ) : null}
    </section>
  );
}
