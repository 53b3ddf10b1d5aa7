import { type Day, dateOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import { MACHINE } from "@/lib/members/rules";
import type { Prisma } from "@/prisma/generated/client";
import { seedPrograms } from "@/prisma/seed/programs";
import { NOW } from "./a-row";
import { anAccount } from "./accounts";

/** The programs as they ship. */
export const shippedPrograms = () => seedPrograms(MACHINE, NOW);

type CycleTold = { startsOn: Day; endsOn: Day; renewedAt?: Date; ruleVersionId?: string };

/** A program held by a member, with these cycles; by a member of its own when none is named. */
export async function aCertification(
  programCode: string,
  cycles: readonly CycleTold[],
  memberId?: string,
) {
  const holder = memberId ?? (await anAccount({ password: null })).id;
  return db.certification.create({
    data: {
      memberId: holder,
      programCode,
      cycles: {
        create: cycles.map(({ startsOn, endsOn, ...told }) => {
          return { startsOn: dateOf(startsOn), endsOn: dateOf(endsOn), ...told };
        }),
      },
    },
    include: { cycles: { orderBy: { startsOn: "asc" } } },
  });
}

type EntryTold = Partial<
  Omit<Prisma.CreditEntryUncheckedCreateInput, "earnedOn" | "reportedOn" | "memberId">
> & { earnedOn?: Day; reportedOn?: Day };

/** An accepted self-report of 1.00 on a member's record, earned 2026-02-01. */
export function aCreditEntry(memberId: string, told: EntryTold = {}) {
  const { earnedOn = "2026-02-01", reportedOn = earnedOn, ...rest } = told;
  return db.creditEntry.create({
    data: {
      memberId,
      earnedOn: dateOf(earnedOn),
      reportedOn: dateOf(reportedOn),
      source: "self_report",
      formatName: "Live course",
      credits: 100,
      creditTypeName: "CEC",
      title: "Strength and Conditioning",
      createdAt: NOW,
      acceptedAt: NOW,
      ...rest,
    },
  });
}
