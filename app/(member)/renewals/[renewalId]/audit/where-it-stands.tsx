import { Notice } from "@/components/notice";
import { formatLongDay } from "@/lib/calendar";
import type { ProvenAudit } from "@/lib/credit-audits/queries";
import { clockWords } from "@/lib/credit-audits/rules";

/** How it stands and what is next, in the words of its member. */
export function WhereItStands({
  audit,
  today,
  missing,
  isOpen,
}: {
  audit: ProvenAudit;
  today: string;
  missing: number;
  /** Whether the member may answer: the form is below. */
  isOpen: boolean;
}) {
  const { state, dueOn, steps } = audit;
  const last = steps.at(-1);
  const said = last?.text ? <p className="whitespace-pre-wrap">{last.text}</p> : null;
  if (state === "passed") {
    return (
      <Notice tone="good" title="You passed this audit">
        {said}
      </Notice>
    );
  }
  if (state === "failed") {
    return (
      <Notice tone="bad" title="You did not pass this audit">
        {said}
        <p>
          By itself this changes nothing. If one of your credits has to be corrected, you will be
          told of it.
        </p>
      </Notice>
    );
  }
  if (state === "answered") {
    return (
      <Notice tone="note" title="Sent">
        <p>Your documents are being looked at. We write to you when it is decided.</p>
      </Notice>
    );
  }
  const left =
    missing === 0
      ? `Nothing is missing.${isOpen ? " Send your answer below." : ""}`
      : `${missing === 1 ? "1 credit has" : `${missing} credits have`} no document yet.`;
  return (
    <>
      {last?.kind === "returned" || last?.kind === "extended" ? (
        <Notice
          tone="warning"
          title={last.kind === "returned" ? "Sent back to you" : "You have more time"}
        >
          {said}
        </Notice>
      ) : null}
      <Notice tone={state === "overdue" ? "bad" : "warning"} title={clockWords(dueOn, today)}>
        <p>{`The documents are due on ${formatLongDay(dueOn)}. ${left}`}</p>
      </Notice>
    </>
  );
}
