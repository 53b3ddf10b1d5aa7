import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { dateOf, dayOf, formatLongDay, todayIn } from "@/lib/calendar";
import { writeAbout } from "@/lib/credit-audits/letters";
import { holdAnyAudit, takeStep } from "@/lib/credit-audits/lock";
import { refusalOf, refusalOfDueOn, remindedOf } from "@/lib/credit-audits/rules";
import type { DecideAudit, GiveTime } from "@/lib/credit-audits/schema";
import { db } from "@/lib/db";
import { DomainError } from "@/lib/errors";
import type { Actor } from "@/lib/members/rules";
import {
  creditAuditDecided,
  creditAuditMovedOn,
  creditAuditReminder,
} from "@/lib/messages/templates/credit-audit";
import { findSettings, type Settings } from "@/lib/settings/queries";

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
  const due = await db.creditAudit.findMany({
    where: {
      ...waiting,
      dueOn: { gte: dateOf(from), lte: dateOf(to) },
      renewal: { member: { retiredAt: null } },
    },
    orderBy: { id: "asc" },
    take: REMINDERS_A_LOOK,
    select: {
      id: true,
      renewalId: true,
      dueOn: true,
      steps: { where: { kind: "returned" }, take: 1, select: { id: true } },
    },
  });
  for (const { steps, ...audit } of due) {
    await remind({ ...audit, isReturned: steps.length > 0 }, settings, now);
  }
}

const waiting = { remindedAt: null, answeredAt: null, decidedAt: null } as const;

type Due = { id: string; renewalId: string; dueOn: Date; isReturned: boolean };

/** One of them, once: whoever comes second to the row finds that it is done, or answered meanwhile. */
async function remind({ id, renewalId, dueOn, isReturned }: Due, settings: Settings, now: Date) {
  await db.$transaction(async (tx) => {
    const { count } = await tx.creditAudit.updateMany({
      where: { id, dueOn, ...waiting },
      data: { remindedAt: now },
    });
    if (count === 0) return;
    const day = formatLongDay(dayOf(dueOn));
    await writeAbout(
      tx,
      renewalId,
      "credit_audit_reminder",
      (names) => creditAuditReminder(settings, { ...names, dueOn: day, isReturned }),
      now,
    );
  });
}
