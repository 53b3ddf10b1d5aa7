import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { DataTable } from "@/components/data-table";
import { FactsList } from "@/components/facts-list";
import { ImportUploadForm } from "@/components/import-upload-form";
import { LookAgain } from "@/components/look-again";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { importReportPath, importsPath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import { type FoundRun, findRun } from "@/lib/import-runs/queries";
import {
  countWords,
  progressOf,
  resultWords,
  STATE_WORDS,
  wordsForProblems,
} from "@/lib/import-runs/rules";
import { capital } from "@/lib/sentences";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { ConfirmForm } from "./confirm-form";
import { WrittenLinks } from "./written-links";

export const metadata: Metadata = { title: "Import" };

export default async function ImportRun({ params }: PageProps<"/admin/imports/[runId]">) {
  await requireRole("import files");
  const [run, { timeZone }] = await Promise.all([findRun((await params).runId), findSettings()]);
  if (!run) notFound();
  return (
    <>
      <Breadcrumbs steps={[{ label: "Imports", href: importsPath() }, { label: run.fileName }]} />
      <PageHeading title={run.fileName}>
        {run.state === "ready" ? `${STATE_WORDS.ready}.` : null}
      </PageHeading>
      <Progress run={run} />
      <FactsList facts={factsOf(run, timeZone)} />
      {run.state === "ready" ? <ConfirmForm runId={run.id} /> : null}
      {run.state === "imported" ? <WrittenLinks kind={run.kind} /> : null}
      {run.remarks.length > 0 ? (
        <DataTable
          caption={run.refusals ? "What is wrong" : "What was made of it"}
          rows={run.remarks}
          rowKey={({ position }) => `remark-${position}`}
          columns={[
            { key: "line", header: "Line", align: "end", cell: ({ line }) => String(line) },
            { key: "column", header: "Column", cell: ({ column }) => column },
            { key: "what", header: "What", rowHeader: true, cell: ({ sentence }) => sentence },
          ]}
        />
      ) : null}
      {resultWords(run) ? (
        <p className="text-body">
          {run.hasMoreRemarks ? `The first ${run.remarks.length} are shown. ` : null}
          <a href={importReportPath(run.id)} className="words-link">
            Download the report
          </a>
        </p>
      ) : null}
      {run.state === "refused" || run.state === "failed" ? (
        <ImportUploadForm title="Upload it again" kind={run.kind} />
      ) : null}
    </>
  );
}

function Progress({ run: { state, step, refusals } }: { run: FoundRun }) {
  if (state === "checking" || state === "importing") {
    const doing =
      state === "checking" ? "The file is being checked." : "The file is being imported.";
    const { behind, of, words } = progressOf(step);
    return (
      <div className="flex flex-col gap-2">
        <LookAgain seconds={2} />
        <p role="status">{`${doing} ${words} You may leave this page; it goes on.`}</p>
        <progress aria-label={doing} value={behind} max={of} className="w-full max-w-160" />
      </div>
    );
  }
  if (state === "refused" && refusals) {
    return (
      <Notice tone="bad">{`Refused: ${wordsForProblems(refusals)}. Nothing was written. Correct the file and upload it again.`}</Notice>
    );
  }
  if (state === "failed") {
    return (
      <Notice tone="bad">This import did not end, and nothing was written. Upload it again.</Notice>
    );
  }
  if (state === "imported") return <Notice tone="good">The file is imported.</Notice>;
  if (state === "arriving") return <Notice tone="note">The upload has not ended.</Notice>;
  return null;
}

function factsOf(run: FoundRun, zone: string) {
  const { rows, added, changed, refusals } = run;
  const counted = rows !== null && added !== null && changed !== null && refusals === 0;
  return [
    { name: "Holds", fact: capital(run.kind.replace("-", " ")) },
    { name: "Uploaded", fact: `${formatInstant(run.uploadedAt, zone)} by ${run.uploader}` },
    ...(counted
      ? [
          {
            name: run.appliedAt ? "Written" : "Would be written",
            fact: countWords({ rows, added, changed }),
          },
        ]
      : []),
    ...(run.appliedAt
      ? [
          {
            name: "Imported",
            fact: `${formatInstant(run.appliedAt, zone)}, confirmed by ${run.confirmer}`,
          },
        ]
      : []),
  ];
}
