import "server-only";
import type { Entry } from "@/lib/allocations/lines";
import { type Day, dayOf } from "@/lib/calendar";
import { renewedPeriod, versionOf } from "@/lib/certifications/rules";
import { db, type Tx } from "@/lib/db";
import type { StandingEntry } from "@/lib/entries/rules";
import { isId } from "@/lib/ids";
import { bindingInvoice, listPaid, type Paid } from "@/lib/invoices/queries";
import { amountDueOn } from "@/lib/invoices/rules";
import { listParticipationFormats, programSelect, versionsOf } from "@/lib/programs/queries";
import { nameOn } from "@/lib/programs/rules";
import { type RenewalState, stateOf } from "@/lib/renewals/rules";
import { type Standing, standingOf } from "@/lib/renewals/standing";
import { listStandingEntries, listStandingEntriesOf } from "@/lib/standing-entries/queries";
import type { Prisma } from "@/prisma/generated/client";

const renewalSelect = {
  id: true,
  memberId: true,
  dueOn: true,
  windowFrom: true,
  windowTo: true,
  lateFeeFrom: true,
  lapsesOn: true,
  version: true,
  createdAt: true,
  contactConfirmedAt: true,
  renewedAt: true,
  member: {
    select: {
      firstName: true,
      lastName: true,
      suffix: true,
      email: true,
      memberNumber: true,
      retiredAt: true,
      mergedIntoId: true,
    },
  },
  cycles: {
    orderBy: [{ certification: { programCode: "asc" } }, { startsOn: "asc" }],
    select: {
      id: true,
      startsOn: true,
      endsOn: true,
      ruleVersionId: true,
      certificationId: true,
      certification: { select: { program: { select: programSelect } } },
    },
  },
  invoices: bindingInvoice,
  waivers: {
    orderBy: { grantedAt: "asc" },
    select: { part: true, kind: true, reason: true, grantedAt: true },
  },
  certificate: {
    select: {
      number: true,
      versions: { orderBy: { version: "desc" }, take: 1, select: { version: true } },
    },
  },
} satisfies Prisma.RenewalSelect;

type Found = Prisma.RenewalGetPayload<{ select: typeof renewalSelect }>;

/** A renewal with the rules it is judged by, its binding invoice, waivers and payment. */
export type MemberRenewal = ReturnType<typeof renewalOf>;

/** A member's own renewal; null when it isn't theirs. */
export async function findRenewal(memberId: string, renewalId: string, tx: Tx = db) {
  if (!isId(renewalId)) return null;
  const [found] = await listWhere({ id: renewalId, memberId }, tx);
  return found ?? null;
}

/** Any member's, for staff and for acts that nobody is signed in for. */
export async function findAnyRenewal(renewalId: string, tx: Tx = db) {
  if (!isId(renewalId)) return null;
  const [found] = await listWhere({ id: renewalId }, tx);
  return found ?? null;
}

/** Renewals as they stand, the latest due first. */
export async function listWhere(
  where: Prisma.RenewalWhereInput,
  tx: Tx = db,
): Promise<MemberRenewal[]> {
  const found = await tx.renewal.findMany({
    relationLoadStrategy: "join",
    where,
    orderBy: [{ dueOn: "desc" }, { id: "desc" }],
    select: renewalSelect,
  });
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const participation = await listParticipationFormats(tx);
  const paid = await listPaid(tx, ids);
  return found.map((renewal) => renewalOf(renewal, participation, paid.get(renewal.id) ?? null));
}

function renewalOf(found: Found, participation: readonly string[], payment: Paid | null) {
  const { invoices, cycles, certificate, windowFrom, windowTo, ...renewal } = found;
  const [invoice] = invoices;
  if (!invoice) throw new Error(`Renewal ${found.id} has no invoice that binds.`);
  const lateFeeFrom = dayOf(renewal.lateFeeFrom);
  const isFeeWaived = renewal.waivers.some(({ part }) => part === "fee");
  const { total } = amountDueOn({ ...invoice, lateFeeFrom, isFeeWaived }, lateFeeFrom);
  return {
    ...renewal,
    dueOn: dayOf(renewal.dueOn),
    window: { from: dayOf(windowFrom), to: dayOf(windowTo) },
    lateFeeFrom,
    lapsesOn: renewal.lapsesOn && dayOf(renewal.lapsesOn),
    cycles: cycles.map((cycle) => judged(cycle, participation)),
    invoice,
    isFeeWaived,
    areCreditsWaived: renewal.waivers.some(({ part }) => part === "credits"),
    /** Null: not paid, or given back. */
    payment,
    /** Nothing is left to pay: paid, waived, or free. */
    isPaid: payment !== null || total === 0,
    certificate: certificate && {
      number: certificate.number,
      version: certificate.versions[0]?.version ?? 0,
    },
  };
}

/** A cycle under its program's name on its first day, with the rules it is judged by. */
function judged(
  { certification, ...cycle }: Found["cycles"][number],
  participation: readonly string[],
) {
  const dates = { startsOn: dayOf(cycle.startsOn), endsOn: dayOf(cycle.endsOn) };
  const { code, names, versions } = certification.program;
  const dated = versions.map((version) => ({ ...version, fromOn: dayOf(version.fromOn) }));
  const all = versionsOf(dated, participation);
  const version = versionOf({ ...dates, ruleVersionId: cycle.ruleVersionId }, all);
  if (!version) throw new Error(`${code} has no rules for the cycle ${cycle.id}.`);
  const called = nameOn(
    names.map((name) => ({ ...name, fromOn: dayOf(name.fromOn) })),
    dates.startsOn,
  );
  const renews = renewedPeriod(dates, version.terms, all);
  return { ...cycle, ...dates, programCode: code, called, renews, version, versions: all };
}

/**
 * What counts for a member's renewal by the rules of all its credentials and the invoice's figures;
 * null when it isn't theirs. `extra` are entries as if they were on the record: a batch that is not
 * approved yet.
 */
export async function findStanding(
  memberId: string,
  renewalId: string,
  tx: Tx = db,
  extra: readonly Entry[] = [],
): Promise<Standing | null> {
  const renewal = await findRenewal(memberId, renewalId, tx);
  return renewal && standingOf(renewal, await listStandingEntries(memberId, tx), extra);
}

export type StandingRenewal = MemberRenewal & { standing: Standing; state: RenewalState };

/** A renewal with what counts for it and how it stands on a date of the association. */
export async function withStanding(
  renewal: MemberRenewal,
  today: Day,
  tx: Tx = db,
): Promise<StandingRenewal> {
  return standingRenewal(renewal, await listStandingEntries(renewal.memberId, tx), today);
}

/** Renewals of any members with how they stand, in the order given. */
export async function withStandings(renewals: readonly MemberRenewal[], today: Day) {
  const byMember = await listStandingEntriesOf(renewals.map(({ memberId }) => memberId));
  return renewals.map((renewal) => {
    return standingRenewal(renewal, byMember.get(renewal.memberId) ?? [], today);
  });
}

function standingRenewal(
  renewal: MemberRenewal,
  entries: readonly StandingEntry[],
  today: Day,
): StandingRenewal {
  const standing = standingOf(renewal, entries);
  const isApproved = standing.outstanding === 0;
  return { ...renewal, standing, state: stateOf({ ...renewal, isApproved }, today) };
}

/** A member's renewals with how they stand, the latest due first. */
export async function listRenewals(memberId: string, today: Day): Promise<StandingRenewal[]> {
  return withStandings(await listWhere({ memberId }), today);
}
