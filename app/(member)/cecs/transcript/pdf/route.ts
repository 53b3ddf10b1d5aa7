import { notFound } from "next/navigation";
import { contentDisposition } from "@/lib/attachment";
import { requireActor } from "@/lib/session";
import { findTranscript } from "@/lib/transcripts/queries";
import { drawTranscript } from "@/lib/transcripts/renderer";
import { transcriptFileName } from "@/lib/transcripts/rules";
import { readAsked } from "@/lib/transcripts/schema";

/** The member's own transcript on paper: for dates, or one entry alone. */
export async function GET(request: Request) {
  const { memberId } = await requireActor();
  const asked = readAsked(new URL(request.url).searchParams);
  const transcript = asked && (await findTranscript(memberId, asked, new Date()));
  if (!transcript) notFound();
  return new Response(await drawTranscript(transcript), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": contentDisposition(
        "inline",
        transcriptFileName(transcript, "Transcript.pdf"),
      ),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
