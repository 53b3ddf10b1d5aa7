import { FileSpreadsheet, FileText, FolderArchive } from "lucide-react";
import type { Metadata } from "next";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { buttonClass } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { Field } from "@/components/field";
import { FilterBar } from "@/components/filter-bar";
import { PageHeading } from "@/components/page-heading";
import { queryOf } from "@/lib/addresses";
import { requireActor } from "@/lib/session";
import { findTranscript } from "@/lib/transcripts/queries";
import { datesSchema } from "@/lib/transcripts/schema";
import { TranscriptTotals } from "./transcript-totals";

export const metadata: Metadata = { title: "Transcript" };

export default async function TranscriptPage({ searchParams }: PageProps<"/cecs/transcript">) {
  const { memberId } = await requireActor();
  const asked = datesSchema.parse(await searchParams);
  const transcript = await findTranscript(memberId, asked, new Date());
  const query = queryOf(asked);
  return (
    <>
      <Breadcrumbs
        steps={[MY_ACCOUNT, { label: "CEC Dashboard", href: "/cecs" }, { label: "Transcript" }]}
      />
      <PageHeading title="Transcript">
        Your credit for any dates, as a document or for a spreadsheet, with what counts and why.
      </PageHeading>
      <FilterBar
        action="/cecs/transcript"
        clear={asked.from || asked.to ? "/cecs/transcript" : undefined}
        submitLabel="Show Dates"
      >
        <Field name="from" label="Earned from" type="date" defaultValue={asked.from ?? ""} />
        <Field name="to" label="Earned until" type="date" defaultValue={asked.to ?? ""} />
      </FilterBar>
      {transcript === null || transcript.rows.length === 0 ? (
        <EmptyState title="No credit was earned then">
          Choose other dates, or clear them.
        </EmptyState>
      ) : (
        <>
          <TranscriptTotals transcript={transcript} />
          <p className="flex flex-wrap gap-3">
            <a
              href={`/cecs/transcript/pdf${query}`}
              className={buttonClass({ variant: "primary" })}
            >
              <FileText aria-hidden="true" className="size-5" />
              Transcript (PDF)
            </a>
            <a href={`/cecs/transcript/csv${query}`} className={buttonClass({})}>
              <FileSpreadsheet aria-hidden="true" className="size-5" />
              Ledger (CSV)
            </a>
            <a href={`/cecs/transcript/zip${query}`} className={buttonClass({})}>
              <FolderArchive aria-hidden="true" className="size-5" />
              Ledger and documents (ZIP)
            </a>
          </p>
        </>
      )}
    </>
  );
}
