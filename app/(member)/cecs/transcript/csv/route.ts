import { notFound } from "next/navigation";
import { contentDisposition } from "@/lib/attachment";
import { requireActor } from "@/lib/session";
import { transcriptCsv } from "@/lib/transcripts/csv";
import { findTranscript } from "@/lib/transcripts/queries";
import { transcriptFileName } from "@/lib/transcripts/rules";
import { readAsked } from "@/lib/transcripts/schema";

/** The member's own transcript for a spreadsheet. */
export async function GET(request: Request) {
  const { memberId } = await requireActor();
  const asked = readAsked(new URL(request.url).searchParams);
  const transcript = asked && (await findTranscript(memberId, asked, new Date()));
  if (!transcript) notFound();
  return new Response(transcriptCsv(transcript), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": contentDisposition(
        "attachment",
        transcriptFileName(transcript, "Transcript.csv"),
      ),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
