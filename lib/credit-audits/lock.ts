import "server-only";
import { type Day, dateOf } from "@/lib/calendar";
import { type Audit, findAnyAudit } from "@/lib/credit-audits/queries";
import { type AuditAct, refusalOf } from "@/lib/credit-audits/rules";
import { DID } from "@/lib/credit-audits/wording";
import type { Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { isId } from "@/lib/ids";
import {
  type Actor,
  type MemberActor,
  REFUSAL_OF_OWN,
  REFUSAL_OF_RETIRED,
} from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";
import type { AuditStepKind } from "@/prisma/generated/enums";

/** Holds the member's own audit, for an act that it allows now; another member's is not found. */
export async function holdOwnAudit(
  tx: Tx,
  { memberId }: MemberActor,
  auditId: string,
  act: AuditAct,
  today: Day,
): Promise<Audit> {
  const audit = await hold(tx, auditId, today);
  if (audit?.memberId !== memberId) throw notFoundError();
  const { retiredAt } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { retiredAt: true },
  });
  if (retiredAt) throw new DomainError("invalid", REFUSAL_OF_RETIRED);
  const refusal = refusalOf(audit.state, act);
  if (refusal) throw new DomainError("conflict", refusal);
  return audit;
}

/** Holds any member's audit but the actor's own, as it was looked at; of two of staff one is told. */
export async function holdAnyAudit(
  tx: Tx,
  actor: Actor,
  { auditId, version }: { auditId: string; version: number },
  today: Day,
): Promise<Audit> {
  if (!may(actor, "follow renewals")) throw notFoundError();
  const audit = await hold(tx, auditId, today);
  if (!audit) throw notFoundError();
  if (audit.memberId === actor.memberId) throw new DomainError("invalid", REFUSAL_OF_OWN);
  if (audit.version !== version) throw new DomainError("conflict", changedWords(audit));
  return audit;
}

async function hold(tx: Tx, auditId: string, today: Day): Promise<Audit | null> {
  if (!isId(auditId)) return null;
  await tx.$queryRaw`SELECT id FROM credit_audits WHERE id = ${auditId}::uuid FOR UPDATE`;
  return findAnyAudit(auditId, today, tx);
}

function changedWords({ steps }: Audit): string {
  const last = steps.at(-1);
  const what = last ? `${last.by} ${DID[last.kind]} meanwhile` : "It changed meanwhile";
  return `${what}. Look at the audit as it stands now.`;
}

type Step = { kind: AuditStepKind; text: string; dueOn: Day };

type Moved = {
  answeredAt?: Date | null;
  remindedAt?: Date | null;
  verdict?: "passed" | "failed";
};

/**
 * Takes an audit on by one step. The row as it was looked at is the guard: whoever comes second finds
 * another version, and changes nothing.
 */
export async function takeStep(
  tx: Tx,
  actor: Actor,
  { id: auditId, version }: Pick<Audit, "id" | "version">,
  { kind, text, dueOn }: Step,
  { verdict, ...moved }: Moved,
  now: Date,
) {
  const day = dateOf(dueOn);
  const { count } = await tx.creditAudit.updateMany({
    where: { id: auditId, version, decidedAt: null },
    data: {
      ...moved,
      version: { increment: 1 },
      dueOn: day,
      ...(verdict && { verdict, decidedAt: now }),
    },
  });
  if (count === 0) {
    throw new DomainError("conflict", "This audit changed meanwhile. Look at it as it stands now.");
  }
  const taken = { takenById: actor.memberId, takenAt: now };
  await tx.creditAuditStep.create({
    data: { auditId, number: version + 1, kind, text, dueOn: day, ...taken },
    select: { id: true },
  });
}
