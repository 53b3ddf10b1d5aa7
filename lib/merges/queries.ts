import "server-only";
import { db, type Tx } from "@/lib/db";
import { fingerprintOf } from "@/lib/fingerprint";
import { fullName } from "@/lib/members/rules";
import { type Count, countHanging, countRows, type Hanging } from "@/lib/merges/counts";
import { findSide } from "@/lib/merges/facts";
import { HANGING } from "@/lib/merges/hanging";
import { refusalsOfOwn } from "@/lib/merges/own-decisions";
import { type Plan, planMerge } from "@/lib/merges/rules";
import { FOLLOWING, MOVING, type MovingTable, STAYING } from "@/lib/merges/tables";

/** What a merge of two records would do, and a fingerprint of all that it rests on; null without both. */
export async function findMerge(keptId: string, otherId: string, tx: Tx = db) {
  const [kept, other] = [await findSide(tx, keptId), await findSide(tx, otherId)];
  if (!kept || !other || kept.id === other.id) return null;
  const planned = planMerge(kept, other);
  const ofOwn = await refusalsOfOwn(tx, { keptId, otherId, stays: planned.stays });
  const plan: Plan = { ...planned, refusals: [...planned.refusals, ...ofOwn] };
  const counts = await countRows(tx, otherId);
  const entriesStaying = await countEntriesOf(tx, plan.stays.registrations);
  const steady = counts.filter(({ table }) => !PASSING.includes(table));
  const seen = fingerprintOf({ kept, other, steady });
  const hanging = await countHanging(tx, otherId, plan);
  return { kept, other, plan, seen, parts: partsOf(plan, counts, entriesStaying, hanging) };
}

/** They come and go with every visit and every mail, and lose nothing either way. */
const PASSING: readonly string[] = ["sessions", "password_resets", "messages"];

function countEntriesOf(tx: Tx, registrationIds: readonly string[]) {
  return tx.creditEntry.count({ where: { registrationId: { in: [...registrationIds] } } });
}

/** The preview: of every table that has a row of the other record, what moves, what stays and why. */
function partsOf(
  { stays, whys, joining }: Plan,
  counts: readonly Count[],
  entriesStaying: number,
  hanging: readonly Hanging[],
) {
  const rowsOf = (table: string, column: string) =>
    counts.find((each) => each.table === table && each.column === column)?.rows ?? 0;
  const ids: Partial<Record<MovingTable, string[]>> = stays;
  const reasons: Partial<Record<MovingTable, string[]>> = whys;
  const moving = MOVING.map(({ table, what }) => {
    const rows = rowsOf(table, "member_id");
    const isEntries = table === "credit_entries";
    const staying = isEntries ? entriesStaying : (ids[table]?.length ?? 0);
    const why = isEntries && staying > 0 ? ["Credit of a claim that stays, stays with it."] : [];
    return {
      table,
      what,
      moves: rows - staying,
      stays: staying,
      whys: [...(reasons[table] ?? []), ...why],
    };
  });
  const staying = STAYING.map(({ table, column, what, why }) => {
    const rows = rowsOf(table, column);
    return {
      table: `${table} ${column}`,
      what,
      moves: 0,
      stays: rows,
      whys: rows > 0 ? [why] : [],
    };
  });
  const along = HANGING.map(({ table, what }) => {
    const { moves = 0, stays = 0 } = hanging.find((each) => each.table === table) ?? {};
    const isJoined = table === "cycles" && joining.length > 0;
    const come = joining.length === 1 ? "1 of them comes" : `${joining.length} of them come`;
    const why = `${come} under the certification of this record.`;
    return { table, what, moves, stays, whys: isJoined ? [why] : [] };
  });
  const following = FOLLOWING.map(({ table, column, what, why }) => {
    const moves = rowsOf(table, column);
    return { table: `${table} ${column}`, what, moves, stays: 0, whys: moves > 0 ? [why] : [] };
  });
  return [...moving, ...along, ...following, ...staying];
}

export type Merge = NonNullable<Awaited<ReturnType<typeof findMerge>>>;

/** What a member's page says of merges: into whom the record went, and whom it took in. */
export async function findMergesOf(memberId: string) {
  const { mergedInto, mergedAt, takenIn } = await db.member.findUniqueOrThrow({
    where: { id: memberId },
    select: {
      mergedAt: true,
      mergedInto: { select: named },
      takenIn: { orderBy: { mergedAt: "asc" }, select: { ...named, mergedAt: true } },
    },
  });
  const by = mergedInto && (await findWhoMerged(memberId));
  return {
    into: mergedInto && mergedAt && { ...called(mergedInto), at: mergedAt, by },
    takenIn: takenIn.map((member) => ({ ...called(member), at: member.mergedAt })),
  };
}

const named = { id: true, firstName: true, lastName: true, memberNumber: true } as const;

type Named = { id: string; firstName: string; lastName: string; memberNumber: string | null };

function called(member: Named) {
  const { id, memberNumber } = member;
  return { id, name: [fullName(member), memberNumber].filter(Boolean).join(", ") };
}

/** Who led it where it leads now. Null: a command-line act without --as. */
async function findWhoMerged(memberId: string): Promise<string | null> {
  const entry = await db.auditEntry.findFirst({
    where: { act: "merged into another member", subject: "member", subjectId: memberId },
    orderBy: { sequence: "desc" },
    select: { actorId: true },
  });
  if (!entry?.actorId) return null;
  const select = { firstName: true, lastName: true };
  const actor = await db.member.findUnique({ where: { id: entry.actorId }, select });
  return actor && fullName(actor);
}
