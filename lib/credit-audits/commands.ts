import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { dateOf, dayOf, formatLongDay, todayIn } from "@/lib/calendar";
import { writeAbout } from "@/lib/credit-audits/letters";
import { holdAnyAudit, takeStep } from "@/lib/credit-audits/lock";
import { refusalOf, refusalOfDueOn, remindedOf } from "@/lib/credit-audits/rules";
import type { DecideAudit, GiveTime } from "@/lib/credit-audits/schema";
import { db } from "@/lib/db";
import { DomainError } from "@/lib/errors";
import { actApart, pagesOf } from "@/lib/jobs/apart";
import type { Actor } from "@/lib/members/rules";
import {
  creditAuditDecided,
  creditAuditMovedOn,
  creditAuditReminder,
} from "@/lib/messages/templates/credit-audit";
import { findSettings, type Settings } from "@/lib/settings/queries";
import type { Prisma } from "@/prisma/generated/client";

const REMINDERS_A_LOOK = 200;

/** Staff decide an audit, once, with a note; its member is told. Nothing else changes by it. */
export async function decideAudit(actor: Actor, input: DecideAudit, now: Date) {
  const { verdict, note } = input;
  const settings = await findSettings();
  const today = todayIn(settings.timeZone, now);
  await db.$transaction(async (tx) => {
    const audit = await holdAnyAudit(tx, actor, input, today);
    const refusal = refusalOf(audit.state, "decide");
    if (refusal) throw new DomainError("conflict", refusal);
    const step = { kind: verdict, text: note, dueOn: audit.dueOn };
    await takeStep(tx, actor, audit, step, { verdict }, now);
    const told = { act: `${verdict} an audit`, subject: "credit audit", subjectId: audit.id };
    await recordAudit(tx, { actor, ...told, personal: { note } }, now);
    await writeAbout(
      tx,
      audit.renewalId,
      "credit_audit",
      (names) => creditAuditDecided(settings, { ...names, verdict, note }),
      now,
    );
  });
}

/**
 * Staff give an audit back to its member: an answer to be completed, with the same last day or a later
 * one, or more time where nothing was sent. The reason is kept, and its member reads it.
 */
export async function giveTime(actor: Actor, input: GiveTime, now: Date) {
  const { dueOn, reason } = input;
  const settings = await findSettings();
  const today = todayIn(settings.timeZone, now);
  await db.$transaction(async (tx) => {
    const audit = await holdAnyAudit(tx, actor, input, today);
    const isReturned = audit.state === "answered";
    const refusal = refusalOf(audit.state, isReturned ? "return" : "extend");
    if (refusal) throw new DomainError("conflict", refusal);
    const wrongDay = refusalOfDueOn(dueOn, audit, today);
    if (wrongDay) throw new DomainError("invalid", wrongDay, "dueOn");
    const step = { kind: isReturned ? "returned" : "extended", text: reason, dueOn } as const;
    // The letter about it names the last day: who has no more than that week gets no reminder besides.
    const remindedAt = dueOn > remindedOf(today).to ? null : now;
    await takeStep(tx, actor, audit, step, { answeredAt: null, remindedAt }, now);
    const act = isReturned ? "returned the answer to an audit" : "gave more time for an audit";
    const about = { act, subject: "credit audit", subjectId: audit.id };
    const facts = { dueOn: { from: audit.dueOn, to: dueOn } };
    await recordAudit(tx, { actor, ...about, facts, personal: { reason } }, now);
    const words = { dueOn: formatLongDay(dueOn), isReturned, note: reason };
    await writeAbout(
      tx,
      audit.renewalId,
      "credit_audit",
      (names) => creditAuditMovedOn(settings, { ...names, ...words }),
      now,
    );
  });
}

/** Reminds members whose audit ends within a week, each once for each last day. */
export async function remindOfAudits(now: Date) {
  const settings = await findSettings();
  const { from, to } = remindedOf(todayIn(settings.timeZone, now));
  const near = {
    remindedAt: null,
    answeredAt: null,
    decidedAt: null,
    dueOn: { gte: dateOf(from), lte: dateOf(to) },
    renewal: { member: { retiredAt: null } },
  };
  await actApart({
    what: "remind of an audit",
    pages: pagesOf((after) => listAudits(near, after)),
    atOnce: 1,
    act: ([id = ""]) => remind({ ...near, id }, settings, now),
  });
}

async function listAudits(near: Prisma.CreditAuditWhereInput, after: string | null) {
  const found = await db.creditAudit.findMany({
    where: { ...near, ...(after && { id: { gt: after } }) },
    orderBy: { id: "asc" },
    take: REMINDERS_A_LOOK,
    select: { id: true },
  });
  return found.map(({ id }) => id);
}

/** One of them, once: whoever comes second to the row finds that it is done, or answered meanwhile. */
function remind(which: Prisma.CreditAuditWhereInput, settings: Settings, now: Date) {
  return db.$transaction(async (tx) => {
    const [taken] = await tx.creditAudit.updateManyAndReturn({
      where: which,
      data: { remindedAt: now },
      select: { id: true, renewalId: true, dueOn: true },
    });
    if (!taken) return 0;
    const dueOn = formatLongDay(dayOf(taken.dueOn));
    const returned = await tx.creditAuditStep.count({
      where: { auditId: taken.id, kind: "returned" },
    });
    await writeAbout(
      tx,
      taken.renewalId,
      "credit_audit_reminder",
      (names) => creditAuditReminder(settings, { ...names, dueOn, isReturned: returned > 0 }),
      now,
    );
    return 1;
  });
}
