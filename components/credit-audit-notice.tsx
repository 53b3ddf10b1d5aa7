import { Notice } from "@/components/notice";
import { TextLink } from "@/components/text-link";
import { ownAuditPath } from "@/lib/addresses";
import { type Day, formatLongDay } from "@/lib/calendar";
import { clockWords } from "@/lib/credit-audits/rules";

type Waiting = { renewalId: string; dueOn: Day; state: string };

/** Audits that wait for the member: what to do, and how much time is left. */
export function AuditNotices({ audits, today }: { audits: readonly Waiting[]; today: Day }) {
  return audits.map(({ renewalId, dueOn, state }) => (
    <Notice
      key={renewalId}
      tone={state === "overdue" ? "bad" : "warning"}
      title="Your renewal is being audited"
    >
      <p>
        {`Send the documents for its credits by ${formatLongDay(dueOn)}. ${clockWords(dueOn, today)}. `}
        <TextLink href={ownAuditPath(renewalId)}>Open the audit</TextLink>
      </p>
    </Notice>
  ));
}
