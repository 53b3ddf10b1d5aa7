import { type Day, dateOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import { NOW } from "./a-row";
import { anAccount } from "./accounts";

type Told = { earnedOn?: Day; reportedOn?: Day } & Partial<
  Omit<Prisma.CreditEntryUncheckedCreateInput, "earnedOn" | "reportedOn">
>;

/** An entry on the record of a member, accepted; of a member of its own unless one is named. */
export async function anEntry({
  earnedOn = "2026-03-03",
  reportedOn = "2026-03-05",
  memberId,
  ...told
}: Told = {}) {
  return db.creditEntry.create({
    data: {
      memberId: memberId ?? (await anAccount({ password: null })).id,
      source: "self_report",
      earnedOn: dateOf(earnedOn),
      reportedOn: dateOf(reportedOn),
      formatName: "Live course",
      credits: 600,
      creditTypeName: "CEC",
      providerOther: "Strength School",
      title: "Strength and Conditioning",
      createdAt: NOW,
      acceptedAt: NOW,
      ...told,
    },
  });
}
