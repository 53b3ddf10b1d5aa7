import { type Day, dateOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import { MACHINE } from "@/lib/members/rules";
import { seedPrograms } from "@/prisma/seed/programs";
import { NOW } from "./a-row";
import { anAccount } from "./accounts";

type EntryTold = {
  earnedOn?: Day;
  reportedOn?: Day;
  format?: string;
  credits?: number;
  creditType?: string;
  title?: string;
  provider?: string;
  source?: "claim" | "self_report" | "provider_post" | "staff" | "import";
  accepted?: boolean;
  returned?: string;
};

/** A member who holds these programs in these cycles, with the programs of the demo's associations. */
export async function aHolder(cycles: readonly { program: string; from: Day; to: Day }[]) {
  await seedPrograms(MACHINE, NOW);
  const member = await anAccount({ password: null });
  const made = [];
  for (const { program, from, to } of cycles) {
    const key = { memberId: member.id, programCode: program };
    const { id: certificationId } = await db.certification.upsert({
      where: { memberId_programCode: key },
      create: key,
      update: {},
    });
    const dates = { startsOn: dateOf(from), endsOn: dateOf(to) };
    made.push(await db.cycle.create({ data: { certificationId, ...dates } }));
  }
  return { member, cycles: made };
}

let nth = 0;

/** An entry on the member's record, accepted unless told; its title is its own. */
export function anEntry({ id: memberId }: { id: string }, told: EntryTold = {}) {
  nth += 1;
  const { earnedOn = "2026-03-03", accepted = true } = told;
  return db.creditEntry.create({
    data: {
      memberId,
      source: told.source ?? "self_report",
      earnedOn: dateOf(earnedOn),
      reportedOn: dateOf(told.reportedOn ?? earnedOn),
      formatName: told.format ?? "Live course",
      credits: told.credits ?? 100,
      creditTypeName: told.creditType ?? "CEC",
      providerOther: told.provider ?? "Example Academy",
      title: told.title ?? `Course ${nth}`,
      createdAt: NOW,
      acceptedAt: accepted && !told.returned ? NOW : null,
      returnedAt: told.returned ? NOW : null,
      reviewNote: told.returned ?? null,
    },
  });
}
