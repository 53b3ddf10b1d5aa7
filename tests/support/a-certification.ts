import { type Day, dateOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import { MACHINE } from "@/lib/members/rules";
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

/** A member who holds these programs in these cycles, with the programs of the demo's associations. */
export async function aHolder(cycles: readonly { program: string; from: Day; to: Day }[]) {
  await shippedPrograms();
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
