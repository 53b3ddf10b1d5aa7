import "server-only";
import { dayOf } from "@/lib/calendar";
import type { Criteria } from "@/lib/credit-audit-selections/schema";
import { db, type Tx } from "@/lib/db";
import { isId } from "@/lib/ids";
import { fullName } from "@/lib/members/rules";
import { wordsForDoor } from "@/lib/members/wording";
import { type After, earlierThan } from "@/lib/page-after";
import { Prisma } from "@/prisma/generated/client";

const SELECTIONS_A_PAGE = 25;

type Wanted = Pick<Criteria, "program" | "from" | "to">;

/**
 * The renewals that may be drawn: renewed, by credits that were asked for, and never audited before.
 * A retired member reads only and could not answer, so theirs are left out.
 */
function candidatesOf({ program, from, to }: Wanted): Prisma.Sql {
  return Prisma.sql`
      FROM renewals r
      JOIN members m ON m.id = r.member_id AND m.retired_at IS NULL
     WHERE r.renewed_at IS NOT NULL
       ${from ? Prisma.sql`AND r.due_on >= ${from}::date` : Prisma.empty}
       ${to ? Prisma.sql`AND r.due_on <= ${to}::date` : Prisma.empty}
       ${program ? Prisma.sql`AND EXISTS (${cyclesOf(program)})` : Prisma.empty}
       AND EXISTS (SELECT FROM invoices i
                    WHERE i.renewal_id = r.id AND i.voided_at IS NULL AND i.required_credits > 0)
       AND NOT EXISTS (SELECT FROM waivers w WHERE w.renewal_id = r.id AND w.part = 'credits')
       AND NOT EXISTS (SELECT FROM credit_audits a WHERE a.renewal_id = r.id)`;
}

function cyclesOf(program: string): Prisma.Sql {
  return Prisma.sql`SELECT FROM cycles y JOIN certifications c ON c.id = y.certification_id
                     WHERE y.renewal_id = r.id AND c.program_code = ${program}`;
}

/** Those renewals, by id. */
export async function listCandidates(wanted: Wanted, tx: Tx = db): Promise<string[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id ${candidatesOf(wanted)} ORDER BY r.id`;
  return found.map(({ id }) => id);
}

/** How many they are, and the hash of their list: a preview of them all brings none of them here. */
export async function countCandidates(wanted: Wanted) {
  const [counted] = await db.$queryRaw<{ population: number; hash: string }[]>`
    SELECT count(*)::int AS population,
           encode(sha256(convert_to(
             coalesce(string_agg(r.id::text, E'\\n' ORDER BY r.id), ''), 'UTF8')), 'hex') AS hash
    ${candidatesOf(wanted)}`;
  if (!counted) throw new Error("A query without groups gave no row.");
  return counted;
}

const selectionSelect = {
  id: true,
  seed: true,
  programCode: true,
  dueFrom: true,
  dueTo: true,
  size: true,
  sizeUnit: true,
  population: true,
  candidatesHash: true,
  drawnAt: true,
  drawnBy: { select: { firstName: true, lastName: true } },
  _count: { select: { audits: true } },
} satisfies Prisma.AuditSelectionSelect;

type Found = Prisma.AuditSelectionGetPayload<{ select: typeof selectionSelect }>;

function selectionOf({ dueFrom, dueTo, drawnBy, _count, ...found }: Found) {
  return {
    ...found,
    dueFrom: dueFrom && dayOf(dueFrom),
    dueTo: dueTo && dayOf(dueTo),
    by: drawnBy ? fullName(drawnBy) : wordsForDoor("command line"),
    drawn: _count.audits,
  };
}

export type Selection = ReturnType<typeof selectionOf>;

/** A draw, without the list that it was made from. */
export async function findSelection(id: string): Promise<Selection | null> {
  if (!isId(id)) return null;
  const found = await db.auditSelection.findUnique({ where: { id }, select: selectionSelect });
  return found && selectionOf(found);
}

/** The list that a draw was made from, and its seed. */
export async function findCandidatesOf(id: string) {
  if (!isId(id)) return null;
  return db.auditSelection.findUnique({
    where: { id },
    select: { seed: true, candidates: true, size: true, sizeUnit: true, drawnAt: true },
  });
}

/** The draws so far, the latest first. */
export async function listSelections(after: After | null = null) {
  const found = await db.auditSelection.findMany({
    where: after ? earlierThan("drawnAt", after) : {},
    orderBy: [{ drawnAt: "desc" }, { id: "desc" }],
    take: SELECTIONS_A_PAGE + 1,
    select: selectionSelect,
  });
  const selections = found.slice(0, SELECTIONS_A_PAGE).map(selectionOf);
  const last = found.length > SELECTIONS_A_PAGE ? selections.at(-1) : undefined;
  return { selections, next: last ? { at: last.drawnAt, id: last.id } : null };
}
