import "server-only";
import { v7 as newId } from "uuid";
import { recordAudit } from "@/lib/audit/commands";
import { dateOf } from "@/lib/calendar";
import { decideRequest } from "@/lib/correction-decisions/commands";
import { nameOf } from "@/lib/correction-decisions/queries";
import { tellDecided } from "@/lib/correction-requests/letters";
import { db, type Tx } from "@/lib/db";
import { attachDocuments, copyDocuments } from "@/lib/documents/commands";
import {
  type Correctable,
  findCorrectable,
  findLatestOf,
  judgeFields,
} from "@/lib/entry-corrections/queries";
import {
  changesOf,
  type EntryFacts,
  refusalToCorrectEntry,
  wordsForReplaced,
} from "@/lib/entry-corrections/rules";
import type { CorrectEntry } from "@/lib/entry-corrections/schema";
import { publicUrl } from "@/lib/env";
import { DomainError, notFoundError, refusalOfFields } from "@/lib/errors";
import { type Actor, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { queueMessage } from "@/lib/messages/commands";
import { entryCorrected } from "@/lib/messages/templates/entry-corrected";
import { may } from "@/lib/roles/rules";
import { findSettings, type Settings } from "@/lib/settings/queries";
import { Prisma } from "@/prisma/generated/client";

/**
 * Staff correct an accepted entry: a new one replaces it, with why and by whom, and takes copies of
 * its documents along; the request that it fulfils is accepted. Answers the new entry's id.
 */
export async function correctEntry(actor: Actor, input: CorrectEntry, now: Date): Promise<string> {
  const { entryId, requestId, reason } = input;
  if (!may(actor, "correct credits")) throw notFoundError();
  const [entry, settings] = await Promise.all([findCorrectable(entryId), findSettings()]);
  if (!entry) throw notFoundError();
  if (entry.memberId === actor.memberId) throw new DomainError("invalid", REFUSAL_OF_OWN);
  if (entry.state === "replaced") throw await replacedMeanwhile(entryId);
  const refusal = refusalToCorrectEntry(entry);
  if (refusal) throw new DomainError("conflict", refusal);
  const { facts, refusals } = await judgeFields(entry, input, now);
  if (Object.keys(refusals).length > 0) throw refusalOfFields(refusals);
  const owner = { ...actor, memberId: entry.memberId };
  const kept = entry.documents.map(({ id }) => id);
  const documents = await copyDocuments(owner, entryId, kept, now, "staff");
  const id = newId();
  await db.$transaction(async (tx) => {
    const decision = { decision: "accepted", note: reason } as const;
    const request = requestId
      ? await decideRequest(tx, actor, requestId, decision, settings, now)
      : null;
    if (request && (await latestOfRequest(request.entry?.id, tx)) !== entryId) {
      throw await replacedMeanwhile(entryId, tx);
    }
    await replaceEntry(tx, entry, { id, facts, documents }, now);
    const correctedById = actor.memberId;
    await tx.entryCorrection.create({
      data: { entryId: id, reason, correctedById, correctedAt: now, requestId: requestId ?? null },
      select: { entryId: true },
    });
    await auditCorrection(tx, actor, { entry, id, facts, reason, requestId }, now);
    const changes = changesOf(entry.facts, facts).map(
      ({ name, from, to }) => `${name}: ${from} became ${to}`,
    );
    if (request) {
      const decidedBy = await nameOf(tx, actor, settings);
      const told = { ...decision, decidedBy, changes, certificate: null };
      await tellDecided(tx, { request, settings, now }, told);
    } else {
      await tellCorrected(tx, entry, { changes, reason, settings }, now);
    }
  });
  return id;
}

async function latestOfRequest(entryId: string | undefined, tx: Tx) {
  if (!entryId) throw notFoundError();
  return findLatestOf(entryId, tx);
}

/** Ends the old entry, once, and writes the new one in its place. */
async function replaceEntry(
  tx: Tx,
  entry: Correctable,
  { id, facts, documents }: { id: string; facts: EntryFacts; documents: string[] },
  now: Date,
) {
  const { count } = await tx.creditEntry.updateMany({
    where: {
      id: entry.id,
      acceptedAt: { not: null },
      rejectedAt: null,
      withdrawnAt: null,
      replacedAt: null,
    },
    data: { replacedAt: now },
  });
  if (count === 0) throw await replacedMeanwhile(entry.id, tx);
  const is = entry.facts;
  const isSameAmount = is.credits === facts.credits && is.creditType === facts.creditType;
  const isSameActivity =
    is.earnedOn === facts.earnedOn &&
    is.providerId === facts.providerId &&
    is.provider === facts.provider &&
    is.courseNumber === facts.courseNumber &&
    is.title === facts.title;
  await tx.creditEntry.create({
    data: {
      id,
      memberId: entry.memberId,
      // How it was earned stays: some programs count some sources only. The key of an import stays
      // with what the file said, so that the next file can tell whether it says something new.
      source: entry.source,
      earnedOn: dateOf(facts.earnedOn),
      reportedOn: dateOf(entry.reportedOn),
      formatName: facts.format,
      credits: facts.credits,
      creditTypeName: facts.creditType,
      providerId: facts.providerId,
      providerOther: facts.providerId === null ? facts.provider || null : null,
      courseNumber: facts.courseNumber,
      title: facts.title,
      entered: isSameAmount && entry.entered !== null ? entry.entered : Prisma.DbNull,
      createdAt: now,
      acceptedAt: now,
      notDuplicateAt: isSameActivity ? entry.notDuplicateAt : null,
      replacesId: entry.id,
    },
    select: { id: true },
  });
  await attachDocuments(tx, entry.memberId, documents, id);
}

async function auditCorrection(
  tx: Tx,
  actor: Actor,
  told: {
    entry: Correctable;
    id: string;
    facts: EntryFacts;
    reason: string;
    requestId: string | undefined;
  },
  now: Date,
) {
  const { entry, id, facts, reason, requestId } = told;
  const amounts = ({ earnedOn, format, credits, creditType }: EntryFacts) => ({
    earnedOn,
    format,
    credits,
    creditType,
  });
  const words = ({ provider, courseNumber, title }: EntryFacts) => ({
    provider,
    courseNumber,
    title,
  });
  await recordAudit(
    tx,
    {
      actor,
      act: "corrected an entry",
      subject: "entry",
      subjectId: id,
      facts: {
        replaces: entry.id,
        from: amounts(entry.facts),
        to: amounts(facts),
        ...(requestId && { request: requestId }),
      },
      personal: { reason, from: words(entry.facts), to: words(facts) },
    },
    now,
  );
}

/** What stands now of an entry that somebody else replaced. */
async function replacedMeanwhile(entryId: string, tx: Tx = db) {
  const latest = await findCorrectable(await findLatestOf(entryId, tx), tx);
  return new DomainError("conflict", latest ? wordsForReplaced(latest.facts) : "");
}

async function tellCorrected(
  tx: Tx,
  { member }: Correctable,
  { changes, reason, settings }: { changes: string[]; reason: string; settings: Settings },
  now: Date,
) {
  const letter = entryCorrected(settings, {
    firstName: member.firstName,
    changes,
    reason,
    recordUrl: `${publicUrl()}/cecs`,
  });
  const mail = { kind: "entry_decided", memberId: member.id, toAddress: member.email } as const;
  await queueMessage(tx, { ...letter, ...mail }, now);
}
