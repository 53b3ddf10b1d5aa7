import { ButtonLink } from "@/components/button-link";
import { DataTable } from "@/components/data-table";
import { Step, type StepState } from "@/components/step-list";
import { TextLink } from "@/components/text-link";
import { fillInFormPath, reportingFormPath } from "@/lib/addresses";
import { accepts, type MemberBatch } from "@/lib/batches/queries";
import { BATCH_ATTESTATION, coverWords } from "@/lib/batches/rules";
import { effectWords } from "@/lib/batches/wording";
import { formatDay, formatInstant, formatLongDay } from "@/lib/calendar";
import { printBriefly, printCredits } from "@/lib/credits/amount";
import type { StandingRenewal } from "@/lib/renewals/queries";
import { standingWords } from "@/lib/reporting-forms/wording";
import { findSettings } from "@/lib/settings/queries";
import { SubmissionForm } from "./submission-form";

/** What is outstanding goes in one submission; what came of it stands line by line. */
export async function SubmissionStep({
  renewal,
  state,
  isNext,
  batch,
  reads,
}: {
  renewal: StandingRenewal;
  state: StepState;
  /** Whether what it asks for is to do now. */
  isNext: boolean;
  batch: MemberBatch;
  /** Whether nothing can be changed any more. */
  reads: boolean;
}) {
  const { outstanding } = renewal.standing;
  const { timeZone } = await findSettings();
  const submitted =
    batch.state === "in review" && batch.submittedAt
      ? `submitted ${formatInstant(batch.submittedAt, timeZone)}, awaiting approval`
      : `${printBriefly(outstanding)} outstanding`;
  return (
    <Step
      number={4}
      title="Submit Outstanding CECs Online"
      state={state}
      says={outstanding === 0 ? "nothing outstanding" : submitted}
    >
      <Lines batch={batch} />
      {outstanding === 0 || reads ? null : (
        <WhatToDo renewal={renewal} batch={batch} isNext={isNext} />
      )}
    </Step>
  );
}

/** What was submitted, with what staff said of it. */
function Lines({ batch }: { batch: MemberBatch }) {
  const lines = batch.forms.filter(
    ({ lineState }) => lineState !== null && lineState !== "chosen" && lineState !== "left",
  );
  if (lines.length === 0) return null;
  return (
    <DataTable
      caption={`Your submission, version ${batch.version}`}
      rows={lines}
      rowKey={({ id }) => `line-${id}`}
      columns={[
        {
          key: "title",
          header: "Form",
          rowHeader: true,
          cell: ({ id, title }) => <TextLink href={reportingFormPath(id)}>{title}</TextLink>,
        },
        { key: "date", header: "Date", cell: (form) => formatDay(form.earnedOn) },
        {
          key: "credits",
          header: "CECs",
          align: "end",
          cell: (form) => printCredits(form.credits),
        },
        { key: "state", header: "State", cell: standingWords },
        {
          key: "note",
          header: "Note",
          cell: ({ line }) =>
            line?.decision?.note ? (
              <p className="whitespace-pre-wrap">{line.decision.note}</p>
            ) : null,
        },
      ]}
    />
  );
}

function WhatToDo({
  renewal,
  batch,
  isNext,
}: {
  renewal: StandingRenewal;
  batch: MemberBatch;
  isNext: boolean;
}) {
  if (accepts(renewal, "self_report")) {
    return (
      <p>
        <ButtonLink href="/cecs/report" variant={isNext ? "primary" : "secondary"}>
          Report CECs
        </ButtonLink>
      </p>
    );
  }
  const { from, to } = renewal.window;
  const open = batch.forms.filter(
    ({ lineState }) => lineState === null || lineState === "chosen" || lineState === "returned",
  );
  return (
    <>
      <h3>Submit your CEC Reporting Form Online</h3>
      <p className="measure text-body">
        {`Classes, committees and volunteering from ${formatLongDay(from)} to ${formatLongDay(to)} go on a CEC Reporting Form. Once your local office has signed the forms, submit the entire number here in one submission.`}
      </p>
      <p className="font-semibold">{coverWords(batch.cover)}</p>
      {open.length > 0 ? (
        <SubmissionForm
          renewalId={renewal.id}
          isNext={isNext}
          attestation={BATCH_ATTESTATION}
          choices={open.map((form) => ({
            id: form.id,
            title: form.title,
            says: `${formatLongDay(form.earnedOn)}, ${form.formatName}, ${printCredits(form.credits)} CECs. ${effectWords(form)}`,
            isChosen: form.lineState !== null,
            place:
              form.lineState === "returned"
                ? "kept"
                : form.refusal === null || form.lineState
                  ? "open"
                  : "closed",
          }))}
        />
      ) : batch.cover.outstandingWith > 0 ? (
        <p className="text-body text-muted">You have no signed form to submit yet.</p>
      ) : null}
      <p className="flex flex-wrap items-center gap-4">
        <ButtonLink
          href={fillInFormPath()}
          variant={isNext && open.length === 0 ? "primary" : "secondary"}
        >
          Fill in a CEC Reporting Form
        </ButtonLink>
        <TextLink href="/reporting-forms">Your CEC Reporting Forms</TextLink>
      </p>
    </>
  );
}
