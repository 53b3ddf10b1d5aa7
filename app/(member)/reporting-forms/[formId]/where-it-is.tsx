import { ButtonLink } from "@/components/button-link";
import { Notice } from "@/components/notice";
import { renewalPath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import type { ReportingForm } from "@/lib/reporting-forms/queries";

/** Where the form is now and what comes next, in a notice. */
export function WhereItIs({
  form,
  office,
  timeZone,
}: {
  form: ReportingForm;
  office: string;
  timeZone: string;
}) {
  const { state, line } = form;
  if (line && line.state !== "left" && line.state !== "chosen") {
    return <Decided line={line} />;
  }
  if (state === "sent" && form.sentAt) {
    return (
      <Notice tone="note" title={`With ${office}`}>
        {`Sent on ${formatInstant(form.sentAt, timeZone)}. You get a mail when it is signed or sent back.`}
      </Notice>
    );
  }
  if (state === "returned") {
    return (
      <Notice tone="warning" title={`${office} sent this form back`}>
        <p className="whitespace-pre-wrap">{form.returnNote}</p>
      </Notice>
    );
  }
  if (state === "signed") {
    return (
      <Notice tone="good" title="Signed">
        Submit it with your renewal: step 4, Submit your CEC Reporting Form Online.
      </Notice>
    );
  }
  return state === "withdrawn" ? <Notice tone="note">You withdrew this form.</Notice> : null;
}

const TOLD = {
  awaiting: { tone: "note", title: "Submitted: awaits approval" },
  approved: { tone: "good", title: "Approved: it is on your record" },
  returned: { tone: "warning", title: "Sent back from the national review" },
  rejected: { tone: "bad", title: "Not approved" },
} as const;

function Decided({ line }: { line: NonNullable<ReportingForm["line"]> }) {
  if (line.state === "left" || line.state === "chosen") return null;
  const { tone, title } = TOLD[line.state];
  return (
    <Notice tone={tone} title={title}>
      {line.decision?.note ? <p className="whitespace-pre-wrap">{line.decision.note}</p> : null}
      <p>
        <ButtonLink href={renewalPath(line.batch.renewalId)} size="compact">
          To your renewal
        </ButtonLink>
      </p>
    </Notice>
  );
}
