import { type Day, dateOf } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import { NOW } from "./a-row";

type Told = Partial<
  Omit<Prisma.CreditEntryUncheckedCreateInput, "earnedOn" | "reportedOn" | "memberId">
> & {
  earnedOn?: Day;
  reportedOn?: Day;
  /** False: it waits for staff. */
  accepted?: boolean;
  /** Why staff sent it back. */
  returned?: string;
};

let nth = 0;

/** An entry of 1.00 reported by the member, accepted unless told; its title is its own. */
export function anEntry(member: { id: string }, told: Told = {}, tx: Tx = db) {
  nth += 1;
  const { earnedOn = "2026-03-03", reportedOn = earnedOn, accepted = true, ...rest } = told;
  const { source = "self_report", returned, ...columns } = rest;
  return tx.creditEntry.create({
    data: {
      memberId: member.id,
      source,
      earnedOn: dateOf(earnedOn),
      reportedOn: dateOf(reportedOn),
      formatName: "Live course",
      credits: 100,
      creditTypeName: "CEC",
      providerOther: source === "self_report" ? "Example Academy" : null,
      title: `Course ${nth}`,
      createdAt: NOW,
      acceptedAt: accepted && !returned ? NOW : null,
      returnedAt: returned ? NOW : null,
      reviewNote: returned,
      ...columns,
    },
  });
}
