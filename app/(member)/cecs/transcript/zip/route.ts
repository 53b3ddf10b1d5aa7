import { notFound } from "next/navigation";
import { contentDisposition } from "@/lib/attachment";
import { findDocument } from "@/lib/documents/queries";
import type { MemberActor } from "@/lib/members/rules";
import { requireActor } from "@/lib/session";
import { transcriptCsv } from "@/lib/transcripts/csv";
import { findTranscript, listProofs } from "@/lib/transcripts/queries";
import { type TranscriptFacts, transcriptFileName } from "@/lib/transcripts/rules";
import { readAsked } from "@/lib/transcripts/schema";
import { streamOf, zipped } from "@/lib/transcripts/zip";

/** For an audit: the ledger and the documents that prove it. */
export async function GET(request: Request) {
  const actor = await requireActor();
  const asked = readAsked(new URL(request.url).searchParams);
  const transcript = asked && (await findTranscript(actor.memberId, asked, new Date()));
  if (!transcript) notFound();
  return new Response(streamOf(zipped(filesOf(actor, transcript))), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": contentDisposition(
        "attachment",
        transcriptFileName(transcript, "Ledger and documents.zip"),
      ),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}

async function* filesOf(actor: MemberActor, transcript: TranscriptFacts) {
  yield { path: "ledger.csv", bytes: new TextEncoder().encode(transcriptCsv(transcript)) };
  // One after another: together their bytes may be more than a process should hold.
  for (const { id, path } of await listProofs(actor.memberId, transcript)) {
    const document = await findDocument(actor, id);
    if (document) yield { path, bytes: new Uint8Array(document.bytes) };
  }
}
