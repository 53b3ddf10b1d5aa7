import { randomInt, randomUUID } from "node:crypto";
import { type Day, dateOf } from "@/lib/calendar";
import { drawAudits } from "@/lib/credit-audit-selections/commands";
import { countCandidates } from "@/lib/credit-audit-selections/queries";
import type { Draw } from "@/lib/credit-audit-selections/schema";
import { db } from "@/lib/db";
import { aCertification, shippedPrograms } from "./a-certification";
import { actorOf, anAccount } from "./accounts";
import { anEntry } from "./an-entry";
import { aStaffMember } from "./staff";

/** In the morning of Chicago and of Kathmandu, 22 November 2026. */
export const DRAWN_AT = new Date("2026-11-22T15:00:00Z");

/** Its last day, by the association's calendar. */
export const DUE_ON: Day = "2026-12-22";

// Files of tests that run beside each other draw from one database.
let year = randomInt(2100, 9000);

/**
 * A renewal that was renewed by these credits of its member, due on a day that it has to itself: a
 * draw of that day draws this renewal and no other.
 */
export async function aRenewedRenewal({
  titles = ["Strength Course"],
  program = "ACSM-CPT",
  member: known,
}: {
  titles?: string[];
  program?: string;
  member?: Awaited<ReturnType<typeof anAccount>>;
} = {}) {
  await shippedPrograms();
  year += 1;
  const member = known ?? (await anAccount({ password: null }));
  const dueOn = `${year}-01-01`;
  const cycle = { startsOn: `${year - 3}-01-01`, endsOn: `${year - 1}-12-31` };
  const certification = await aCertification(program, [cycle], member.id);
  const renewal = await db.renewal.create({
    data: {
      memberId: member.id,
      dueOn: dateOf(dueOn),
      windowFrom: dateOf(cycle.startsOn),
      windowTo: dateOf(cycle.endsOn),
      lateFeeFrom: dateOf(dueOn),
      createdAt: DRAWN_AT,
      renewedAt: DRAWN_AT,
      unsettled: false,
    },
  });
  await db.cycle.updateMany({
    where: { certificationId: certification.id },
    data: { renewalId: renewal.id },
  });
  await db.$transaction(async (tx) => {
    const { last } = await tx.invoiceNumber.update({
      where: { id: 1 },
      data: { last: { increment: 1 } },
    });
    const figures = {
      requiredCredits: 4500,
      ruledCredits: 4500,
      minimumCredits: 0,
      ruledMinimum: 0,
    };
    await tx.invoice.create({
      data: {
        number: last,
        renewalId: renewal.id,
        issuedAt: DRAWN_AT,
        ...figures,
        lateFee: 0,
        currency: "usd",
      },
    });
  });
  const earnedOn = `${year - 2}-03-03`;
  const entries = [];
  for (const title of titles)
    entries.push(await anEntry(member, { title, earnedOn, credits: 1000 }));
  return { id: renewal.id, member, actor: actorOf(member), dueOn, entries };
}

/** What a preview of a draw of this due date says to the form. */
export async function aDraw(dueOn: Day, told: Partial<Draw> = {}): Promise<Draw> {
  const criteria = { program: "", from: dueOn, to: dueOn };
  const { hash: seen } = await countCandidates({ ...criteria, ...told });
  const size = { size: 100, unit: "percent" } as const;
  return { ...criteria, ...size, seed: "4 8 15", selectionId: randomUUID(), seen, ...told };
}

/** A renewal that was drawn, with what its member asks and answers by. */
export async function aCreditAudit(told: { titles?: string[]; at?: Date } = {}) {
  const renewal = await aRenewedRenewal(told);
  const staff = await aStaffMember();
  await drawAudits(staff, await aDraw(renewal.dueOn), told.at ?? DRAWN_AT);
  const { id } = await db.creditAudit.findUniqueOrThrow({ where: { renewalId: renewal.id } });
  return { ...renewal, auditId: id, renewalId: renewal.id, staff };
}
