import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { type Day, dateOf, shiftDay } from "@/lib/calendar";
import { type Cohort, listCertificationsOf, listCohorts } from "@/lib/certifications/queries";
import {
  type CycleDates,
  hasLapsed,
  nextCycle,
  versionOf,
  windowOf,
} from "@/lib/certifications/rules";
import { db } from "@/lib/db";
import { WORKER } from "@/lib/members/rules";
import { listPrograms } from "@/lib/programs/queries";
import { type RuleVersion, versionOn } from "@/lib/programs/rules";

/** Certifications a transaction. */
const BATCH = 1000;

/**
 * Opens the next cycle of every certification whose window for it has begun, and the ones after it
 * whose windows have begun too; says how many. Where a cycle had lapsed by the first day of that
 * window, none follows by itself.
 */
export async function openNextCycles(today: Day, now: Date): Promise<number> {
  const programs = await listPrograms(today);
  const versions = new Map(programs.map((program) => [program.code, program.versions]));
  for (let opened = 0; ; ) {
    let openedNow = 0;
    for (const cohort of await listCohorts()) {
      const next = nextOf(cohort, versions.get(cohort.programCode) ?? [], today);
      if (next) openedNow += await openFor(cohort, next, now);
    }
    if (openedNow === 0) return opened;
    opened += openedNow;
  }
}

function nextOf({ last, unrenewed }: Cohort, versions: RuleVersion[], today: Day) {
  const length = versionOn(versions, shiftDay(last.endsOn, { days: 1 }));
  const next = length && nextCycle(last, length.terms);
  const judgedBy = next && versionOf(next, versions);
  if (!judgedBy) return null;
  const { from } = windowOf(next, judgedBy.terms);
  const unrenewedBy = unrenewed && versionOf(unrenewed, versions);
  if (unrenewedBy && hasLapsed(unrenewed, unrenewedBy.terms, from)) return null;
  return from <= today ? next : null;
}

async function openFor(cohort: Cohort, next: CycleDates, now: Date): Promise<number> {
  const certificationIds = await listCertificationsOf(cohort);
  let opened = 0;
  for (let from = 0; from < certificationIds.length; from += BATCH) {
    const batch = certificationIds.slice(from, from + BATCH);
    opened += await openBatch(cohort.programCode, batch, next, now);
  }
  return opened;
}

function openBatch(programCode: string, ids: string[], next: CycleDates, now: Date) {
  const { startsOn, endsOn } = next;
  const dates = { startsOn: dateOf(startsOn), endsOn: dateOf(endsOn) };
  return db.$transaction(async (tx) => {
    const data = ids.map((certificationId) => ({ certificationId, ...dates }));
    const { count: opened } = await tx.cycle.createMany({ data, skipDuplicates: true });
    if (opened === 0) return 0;
    const told = { act: "opened cycles", subject: "program", subjectId: programCode };
    await recordAudit(tx, { actor: WORKER, ...told, facts: { startsOn, endsOn, opened } }, now);
    return opened;
  });
}
