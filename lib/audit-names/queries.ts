import "server-only";
import { idsIn } from "@/lib/audit-log/wording";
import { db } from "@/lib/db";
import { fullName } from "@/lib/members/rules";

type Told = { actorId: string | null; subjectId: string; facts: unknown };

/** What the ids that entries mention are called: one question for each kind, whatever they are of. */
export async function namesIn(entries: readonly Told[]): Promise<Map<string, string>> {
  const mentioned = entries.flatMap(({ actorId, subjectId, facts }) => [
    ...idsIn([actorId, subjectId]),
    ...idsIn(facts),
  ]);
  const where = { id: { in: [...new Set(mentioned)] } };
  const [members, events, offices, providers, registrations] = await Promise.all([
    db.member.findMany({ where, select: { id: true, firstName: true, lastName: true } }),
    db.event.findMany({ where, select: { id: true, title: true } }),
    db.localOffice.findMany({ where, select: { id: true, name: true } }),
    db.provider.findMany({ where, select: { id: true, name: true } }),
    db.registration.findMany({
      relationLoadStrategy: "join",
      where,
      select: {
        id: true,
        member: { select: { firstName: true, lastName: true } },
        event: { select: { title: true } },
      },
    }),
  ]);
  return new Map([
    ...members.map((member) => [member.id, fullName(member)] as const),
    ...events.map(({ id, title }) => [id, title] as const),
    ...[...offices, ...providers].map(({ id, name }) => [id, name] as const),
    ...registrations.map(
      ({ id, member, event }) => [id, `${fullName(member)}, ${event.title}`] as const,
    ),
  ]);
}
