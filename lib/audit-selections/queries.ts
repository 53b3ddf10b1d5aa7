import "server-only";
import type { Criteria } from "@/lib/audit-selections/schema";
import { dateOf, dayOf } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { isId } from "@/lib/ids";
import { fullName } from "@/lib/members/rules";
import type { Prisma } from "@/prisma/generated/client";

const SELECTIONS_A_PAGE = 25;

/**
 * The renewals that may be drawn, by id: renewed, by credits that were asked for, and never audited
 * before. A retired member reads only and could not answer, so theirs are left out.
 */
export async function listCandidates(
  { program, from, to }: Pick<Criteria, "program" | "from" | "to">,
  tx: Tx = db,
): Promise<string[]> {
  const found = await tx.renewal.findMany({
    where: {
      renewedAt: { not: null },
      member: { retiredAt: null },
      dueOn: { ...(from && { gte: dateOf(from) }), ...(to && { lte: dateOf(to) }) },
      ...(program && { cycles: { some: { certification: { programCode: program } } } }),
      invoices: { some: { voidedAt: null, requiredCredits: { gt: 0 } } },
      waivers: { none: { part: "credits" } },
      audit: null,
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return found.map(({ id }) => id);
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
    by: drawnBy ? fullName(drawnBy) : "the command line",
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
export async function listSelections(after?: string) {
  const found = await db.auditSelection.findMany({
    orderBy: [{ drawnAt: "desc" }, { id: "desc" }],
    ...(after && { cursor: { id: after }, skip: 1 }),
    take: SELECTIONS_A_PAGE + 1,
    select: selectionSelect,
  });
  const selections = found.slice(0, SELECTIONS_A_PAGE).map(selectionOf);
  const isLast = found.length <= SELECTIONS_A_PAGE;
  return { selections, next: isLast ? null : (selections.at(-1)?.id ?? null) };
}
