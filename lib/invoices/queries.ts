import "server-only";
import { type Day, dayOf } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { type Cohort, cohortOf, type Held, isToIssue, type Ruled } from "@/lib/invoices/groups";
import { amountDueOn } from "@/lib/invoices/rules";
import { listParticipationFormats, programSelect, versionsOf } from "@/lib/programs/queries";
import { Prisma } from "@/prisma/generated/client";

/** The invoice of a renewal that binds: the one that is not void. */
export const bindingInvoice = {
  where: { voidedAt: null },
  select: {
    id: true,
    number: true,
    issuedAt: true,
    requiredCredits: true,
    ruledCredits: true,
    minimumCredits: true,
    ruledMinimum: true,
    lateFee: true,
    currency: true,
    reason: true,
    lines: {
      orderBy: { position: "asc" },
      select: { kind: true, cycleId: true, text: true, cents: true },
    },
  },
} satisfies Prisma.Renewal$invoicesArgs;

/** A payment that was made and not given back. Cents. */
export type Paid = { cents: number; at: Date };

/** The payments that stand, by renewal; a renewal without one is not in it. */
export async function listPaid(
  tx: Tx,
  renewalIds: readonly string[],
): Promise<ReadonlyMap<string, Paid>> {
  const found = await tx.payment.findMany({
    where: { standing: true, invoice: { voidedAt: null, renewalId: { in: [...renewalIds] } } },
    select: { cents: true, paidAt: true, invoice: { select: { renewalId: true } } },
  });
  return new Map(
    found.flatMap(({ cents, paidAt, invoice }) =>
      paidAt ? [[invoice.renewalId, { cents, at: paidAt }] as const] : [],
    ),
  );
}

/** The payment of a renewal that stands; null: there is none. */
export async function paidBy(tx: Tx, renewalId: string): Promise<Paid | null> {
  return (await listPaid(tx, [renewalId])).get(renewalId) ?? null;
}

/** Cycles of programs whose invoice is to be issued by a date, each pair of dates once; of one member, or of all. */
export async function listCohortsToIssue(
  daysBefore: number,
  today: Day,
  tx: Tx = db,
  memberId?: string,
): Promise<Cohort[]> {
  const programs = await listRuledPrograms(tx);
  const found = await tx.$queryRaw<{ programCode: string; startsOn: Date; endsOn: Date }[]>`
    SELECT DISTINCT c.program_code AS "programCode", y.starts_on AS "startsOn", y.ends_on AS "endsOn"
      FROM cycles y JOIN certifications c ON c.id = y.certification_id
      WHERE y.renewed_at IS NULL AND y.renewal_id IS NULL ${heldBy(memberId)}`;
  return found.flatMap(({ programCode, startsOn, endsOn }) => {
    const program = programs.find(({ code }) => code === programCode);
    const dates = { startsOn: dayOf(startsOn), endsOn: dayOf(endsOn) };
    const cohort = program && cohortOf(program, dates);
    return cohort && isToIssue(cohort, daysBefore, today) ? [cohort] : [];
  });
}

const heldBy = (memberId?: string) =>
  memberId ? Prisma.sql`AND c.member_id = ${memberId}::uuid` : Prisma.empty;

/** Every program with its names and rules. */
export async function listRuledPrograms(tx: Tx = db): Promise<Ruled[]> {
  const participation = await listParticipationFormats(tx);
  const programs = await tx.program.findMany({
    relationLoadStrategy: "join",
    select: programSelect,
  });
  return programs.map(({ code, names, versions }) => ({
    code,
    names: names.map((name) => ({ ...name, fromOn: dayOf(name.fromOn) })),
    versions: versionsOf(
      versions.map((version) => ({ ...version, fromOn: dayOf(version.fromOn) })),
      participation,
    ),
  }));
}

/** What `cycles y JOIN certifications c` must be to belong to one of the cohorts. */
function inCohorts(cohorts: readonly Cohort[]): Prisma.Sql {
  return Prisma.sql`y.renewed_at IS NULL AND y.renewal_id IS NULL
    AND (c.program_code, y.starts_on, y.ends_on) IN (SELECT * FROM unnest(
      ${cohorts.map(({ programCode }) => programCode)}::text[],
      ${cohorts.map(({ startsOn }) => startsOn)}::date[], ${cohorts.map(({ endsOn }) => endsOn)}::date[]))`;
}

/** Members who hold such cycles, by id: those after `after`. Retired members renew nothing. */
export async function listMembersToInvoice(
  cohorts: readonly Cohort[],
  after: string | null,
  most: number,
): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT m.id
      FROM cycles y JOIN certifications c ON c.id = y.certification_id JOIN members m ON m.id = c.member_id
      WHERE m.retired_at IS NULL AND (${after}::uuid IS NULL OR m.id > ${after}::uuid) AND ${inCohorts(cohorts)}
      ORDER BY m.id LIMIT ${most}`;
  return found.map(({ id }) => id);
}

type HeldRow = {
  cycleId: string;
  memberId: string;
  programCode: string;
  startsOn: Date;
  endsOn: Date;
  firstName: string;
  email: string;
};

/** The cycles of these members that are to be invoiced, with whom the invoice goes to. */
export async function listHeld(
  tx: Tx,
  cohorts: readonly Cohort[],
  memberIds: readonly string[],
): Promise<(Held & { firstName: string; email: string })[]> {
  const rows = await tx.$queryRaw<HeldRow[]>`
    SELECT y.id AS "cycleId", m.id AS "memberId", c.program_code AS "programCode",
        y.starts_on AS "startsOn", y.ends_on AS "endsOn", m.first_name AS "firstName", m.email
      FROM members m JOIN certifications c ON c.member_id = m.id JOIN cycles y ON y.certification_id = c.id
      WHERE m.id = ANY(${memberIds}::uuid[]) AND m.retired_at IS NULL AND ${inCohorts(cohorts)}
      ORDER BY m.id, c.program_code, y.starts_on`;
  const keyOf = (code: string, from: Day, to: Day) => [code, from, to].join(" ");
  const byKey = new Map(
    cohorts.map((each) => [keyOf(each.programCode, each.startsOn, each.endsOn), each]),
  );
  return rows.flatMap(({ programCode, startsOn, endsOn, ...holding }) => {
    const cohort = byKey.get(keyOf(programCode, dayOf(startsOn), dayOf(endsOn)));
    return cohort ? [{ ...cohort, ...holding }] : [];
  });
}

export type Joining = { renewalId: string; cohort: Cohort; cycleId: string };

/**
 * Cycles without an invoice whose member's renewal of the same due date and window has one already:
 * credentials that came later.
 */
export async function listJoining(
  cohorts: readonly Cohort[],
  tx: Tx = db,
  memberId?: string,
): Promise<Joining[]> {
  // The cycles first, which are few: the renewals of a due date are as many as the members.
  const rows = await tx.$queryRaw<{ renewalId: string; cycleId: string; place: number }[]>`
    WITH coming AS MATERIALIZED (
      SELECT o.*, y.id AS cycle_id, c.member_id
        FROM unnest(${cohorts.map(({ programCode }) => programCode)}::text[],
            ${cohorts.map(({ startsOn }) => startsOn)}::date[], ${cohorts.map(({ endsOn }) => endsOn)}::date[],
            ${cohorts.map(({ dueOn }) => dueOn)}::date[], ${cohorts.map(({ window }) => window.from)}::date[],
            ${cohorts.map(({ window }) => window.to)}::date[], ${cohorts.map((_, place) => place)}::int[])
          AS o (code, starts_on, ends_on, due_on, window_from, window_to, place)
        JOIN cycles y ON y.starts_on = o.starts_on AND y.ends_on = o.ends_on
        JOIN certifications c ON c.id = y.certification_id AND c.program_code = o.code
        JOIN members m ON m.id = c.member_id AND m.retired_at IS NULL
        WHERE y.renewed_at IS NULL AND y.renewal_id IS NULL ${heldBy(memberId)})
    SELECT r.id AS "renewalId", o.cycle_id AS "cycleId", o.place
      FROM coming o CROSS JOIN LATERAL (
        SELECT id FROM renewals r WHERE r.member_id = o.member_id AND r.due_on = o.due_on
           AND r.window_from = o.window_from AND r.window_to = o.window_to AND r.beside = 0 OFFSET 0) AS r
      ORDER BY r.id, o.code, o.cycle_id`;
  return rows.flatMap(({ place, ...row }) => {
    const cohort = cohorts[place];
    return cohort ? [{ ...row, cohort }] : [];
  });
}

const purchaseSelect = {
  id: true,
  number: true,
  issuedAt: true,
  voidedAt: true,
  lateFee: true,
  currency: true,
  lines: bindingInvoice.select.lines,
  payments: {
    where: { paidAt: { not: null }, OR: [{ standing: true }, { refundedAt: { not: null } }] },
    orderBy: { paidAt: "desc" },
    select: { cents: true, standing: true, refundedAt: true },
  },
  renewal: {
    select: {
      id: true,
      lateFeeFrom: true,
      waivers: { where: { part: "fee" }, select: { id: true } },
    },
  },
} satisfies Prisma.InvoiceSelect;

/** A member's invoices with what is due on a date, what was paid and what was given back, the newest first. */
export async function listInvoices(memberId: string, today: Day) {
  const found = await db.invoice.findMany({
    relationLoadStrategy: "join",
    where: { renewal: { memberId } },
    orderBy: { number: "desc" },
    select: purchaseSelect,
  });
  return found.map(({ payments, renewal, lateFee, ...invoice }) => {
    const lateFeeFrom = dayOf(renewal.lateFeeFrom);
    const isFeeWaived = renewal.waivers.length > 0;
    const { total } = amountDueOn({ ...invoice, lateFee, lateFeeFrom, isFeeWaived }, today);
    const paid = payments.find(({ standing }) => standing)?.cents ?? null;
    const refundedAt = payments.find((payment) => payment.refundedAt)?.refundedAt ?? null;
    return { ...invoice, renewalId: renewal.id, isFeeWaived, due: total, paid, refundedAt };
  });
}
