import "server-only";
import { findStandings } from "@/lib/allocations/queries";
import { todayIn } from "@/lib/calendar";
import { db } from "@/lib/db";
import { findMember } from "@/lib/members/queries";
import { fullName } from "@/lib/members/rules";
import { findSettings } from "@/lib/settings/queries";
import { type Asked, type TranscriptFacts, transcriptOf } from "@/lib/transcripts/rules";
import { pathPart } from "@/lib/transcripts/zip";

/** The transcript of a member, with what its pages say of whose it is; null: no such entry. */
export async function findTranscript(
  memberId: string,
  asked: Asked,
  now: Date,
): Promise<TranscriptFacts | null> {
  const settings = await findSettings();
  const today = todayIn(settings.timeZone, now);
  const [member, all] = await Promise.all([
    findMember(memberId),
    findStandings(memberId, "all", today),
  ]);
  const transcript = transcriptOf(all, asked);
  if (!member || (asked.entry && transcript.rows.length === 0)) return null;
  return {
    ...transcript,
    asked,
    madeOn: today,
    association: settings.associationName,
    paper: settings.paper,
    name: fullName(member),
    suffix: member.suffix,
    memberNumber: member.memberNumber,
  };
}

/** The documents that prove a transcript's entries, each with the folder that it is kept under. */
export async function listProofs(memberId: string, { rows }: Pick<TranscriptFacts, "rows">) {
  const entries = new Map(rows.map(({ entry }) => [entry.id, entry]));
  const documents = await db.document.findMany({
    where: { memberId, entryId: { in: [...entries.keys()] } },
    orderBy: { id: "asc" },
    select: { id: true, entryId: true, fileName: true },
  });
  return documents.flatMap(({ id, entryId, fileName }) => {
    const entry = entries.get(entryId ?? "");
    if (!entry) return [];
    const folder = pathPart(`${entry.earnedOn} ${entry.title}`);
    return { id, path: `documents/${folder}/${pathPart(fileName)}` };
  });
}
