import "server-only";
import { db } from "@/lib/db";
import { fullName } from "@/lib/members/rules";
import { wordsForDoor } from "@/lib/members/wording";
import { noteOfAct } from "@/lib/renewal-lists/wording";
import type { Prisma } from "@/prisma/generated/client";

const MOST_SHOWN = 100;
const NEWS = "received payment news";

/** What was done to a renewal and to its payments, by whom and with what, the latest first. */
export async function listRenewalActs(renewalId: string) {
  const payments = await db.payment.findMany({
    where: { invoice: { renewalId } },
    select: { id: true, cents: true, currency: true },
  });
  const subjectId = { in: payments.map(({ id }) => id) };
  // A page that was opened, declined or left changes nothing about the renewal.
  const ofMoney: Prisma.AuditEntryWhereInput[] = [
    { act: { in: ["requested a refund", "got no answer to a refund", "resolved a payment"] } },
    ...["paid", "refunded"].map((news) => {
      return { act: NEWS, facts: { path: ["news"], equals: news } };
    }),
  ];
  const found = await db.auditEntry.findMany({
    where: {
      OR: [
        { subject: "renewal", subjectId: renewalId },
        { subject: "payment", subjectId, OR: ofMoney },
      ],
    },
    orderBy: { sequence: "desc" },
    take: MOST_SHOWN,
    select: {
      id: true,
      at: true,
      act: true,
      door: true,
      actorId: true,
      subjectId: true,
      facts: true,
      values: { select: { name: true, value: true } },
    },
  });
  const ids = [...new Set(found.flatMap(({ actorId }) => actorId ?? []))];
  const actors = await db.member.findMany({
    where: { id: { in: ids } },
    select: { id: true, firstName: true, lastName: true },
  });
  return found.map(({ actorId, door, subjectId: about, facts, values, ...entry }) => {
    const actor = actors.find(({ id }) => id === actorId);
    const byNobody = entry.act === NEWS ? "The payment provider" : wordsForDoor(door);
    const payment = payments.find(({ id }) => id === about) ?? null;
    const by = actor ? fullName(actor) : byNobody;
    return { ...entry, by, note: noteOfAct({ act: entry.act, facts, values, payment }) };
  });
}
