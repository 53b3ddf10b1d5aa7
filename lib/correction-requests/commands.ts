import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { lockClaim } from "@/lib/claims/lock";
import { nameOf } from "@/lib/correction-decisions/queries";
import { tellNoted, tellRequested } from "@/lib/correction-requests/letters";
import { findOpenRequest, findRequest } from "@/lib/correction-requests/queries";
import { wordsForDecision, wordsForOpenRequest } from "@/lib/correction-requests/rules";
import type {
  AddNote,
  RequestCorrection,
  RequestEntryCorrection,
} from "@/lib/correction-requests/schema";
import { db, type Tx } from "@/lib/db";
import { findEntry } from "@/lib/entries/queries";
import { DomainError, notFoundError } from "@/lib/errors";
import { type MemberActor, REFUSAL_OF_RETIRED } from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";
import { findSettings, type Settings } from "@/lib/settings/queries";
import { isTaken } from "@/lib/taken";

/** Keeps a member's wish that a locked claim be changed, and tells both sides. Answers its id. */
export async function requestCorrection(actor: MemberActor, input: RequestCorrection, now: Date) {
  const { registrationId, certificateNumber = null, message } = input;
  const settings = await findSettings();
  return db.$transaction(async (tx) => {
    const { rows, certificate } = await lockClaim(tx, actor, registrationId);
    if (certificateNumber !== null && certificate?.number !== certificateNumber) {
      throw notFoundError();
    }
    if (!rows.some((row) => row.submittedAt)) {
      const why = "Nothing is locked yet: change the amounts yourself.";
      throw new DomainError("invalid", why, "message");
    }
    const open = await findOpenRequest({ registrationId }, tx);
    if (open) return sameRequest(open, message, settings);
    const subject = { registrationId, certificateNumber };
    return keepRequest(tx, actor, { subject, message, settings }, now);
  });
}

/** The same about an accepted entry; one that comes from a claim is corrected through the claim. */
export async function requestEntryCorrection(
  actor: MemberActor,
  { entryId, message }: RequestEntryCorrection,
  now: Date,
) {
  const settings = await findSettings();
  try {
    return await db.$transaction(async (tx) => {
      const entry = await findEntry(actor.memberId, entryId, tx);
      if (!entry) throw notFoundError();
      if (entry.member.retiredAt) throw new DomainError("invalid", REFUSAL_OF_RETIRED);
      if (entry.state !== "accepted" || entry.source === "claim") {
        const why =
          entry.source === "claim"
            ? "This credit comes from a claim: ask for the correction there."
            : "Only an accepted entry needs a correction by staff.";
        throw new DomainError("invalid", why, "message");
      }
      const open = await findOpenRequest({ entryId }, tx);
      if (open) return sameRequest(open, message, settings);
      return keepRequest(tx, actor, { subject: { entryId }, message, settings }, now);
    });
  } catch (error) {
    // Sent twice at once: the database let one of them through.
    const open = isTaken(error) ? await findOpenRequest({ entryId }) : null;
    if (!open) throw error;
    return sameRequest(open, message, settings);
  }
}

/** A double click is one request; another wish about the same thing belongs to the one that is open. */
export function sameRequest(
  open: { id: string; message: string; requestedAt: Date },
  message: string,
  { timeZone }: Settings,
): string {
  if (open.message === message) return open.id;
  throw new DomainError("conflict", wordsForOpenRequest(open.requestedAt, timeZone), "message");
}

/** What a wish is about: a claim, perhaps by its certificate, an entry, or a renewal by its certificate. */
type Subject =
  | { registrationId: string; certificateNumber: string | null }
  | { entryId: string }
  | { renewalId: string; certificateNumber: string };

function aboutOf(subject: Subject) {
  if ("entryId" in subject) return { subject: "entry", subjectId: subject.entryId };
  if ("renewalId" in subject) return { subject: "renewal", subjectId: subject.renewalId };
  return { subject: "registration", subjectId: subject.registrationId };
}

export async function keepRequest(
  tx: Tx,
  actor: MemberActor,
  {
    subject,
    message,
    settings,
  }: {
    subject: Subject;
    message: string;
    settings: Settings;
  },
  now: Date,
): Promise<string> {
  const { memberId } = actor;
  const { id } = await tx.correctionRequest.create({
    data: { ...subject, memberId, message, requestedAt: now },
    select: { id: true },
  });
  const told = { actor, act: "requested a correction", ...aboutOf(subject) };
  await recordAudit(tx, { ...told, facts: { request: id }, personal: { message } }, now);
  const request = await findRequest(id, memberId, tx);
  if (request) await tellRequested(tx, { request, settings, now });
  return id;
}

/** The member or staff write a line beside an open request; the other side is mailed. */
export async function addNote(actor: MemberActor, { requestId, noteId, text }: AddNote, now: Date) {
  const settings = await findSettings();
  await db.$transaction(async (tx) => {
    // Held until the note stands: nobody decides in between.
    await tx.$queryRaw`SELECT 1 FROM correction_requests WHERE id = ${requestId}::uuid FOR UPDATE`;
    const own = may(actor, "correct credits") ? null : actor.memberId;
    const request = await findRequest(requestId, own, tx);
    if (!request) throw notFoundError();
    const isMembers = request.member.id === actor.memberId;
    if (isMembers && request.member.retiredAt) throw new DomainError("invalid", REFUSAL_OF_RETIRED);
    const authorId = actor.memberId;
    const { count } = await tx.correctionNote.createMany({
      data: { id: noteId, requestId, authorId, text, writtenAt: now },
      skipDuplicates: true,
    });
    if (count === 0) {
      // A double click. Another's note with this id would be no accident.
      const mine = { id: noteId, requestId, authorId };
      if ((await tx.correctionNote.count({ where: mine })) === 0) throw notFoundError();
      return;
    }
    const decided = wordsForDecision(request, settings.timeZone);
    if (decided) throw new DomainError("conflict", `${decided} Its thread is closed.`);
    const act = "added a note to a correction request";
    const about = { subject: "correction request", subjectId: requestId };
    await recordAudit(
      tx,
      { actor, act, ...about, facts: { note: noteId }, personal: { text } },
      now,
    );
    const author = await nameOf(tx, actor, settings);
    await tellNoted(tx, { request, settings, now }, { author, isMembers, text });
  });
}
