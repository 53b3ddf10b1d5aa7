import "server-only";
import type { Entry } from "@/lib/allocations/lines";
import { allocate } from "@/lib/allocations/rules";
import type { Day } from "@/lib/calendar";
import { type ListedCycle, listActiveCycles, listCycles } from "@/lib/certifications/queries";
import { db } from "@/lib/db";
import { type StandingEntry, stateOf } from "@/lib/entries/rules";
import type { EntrySource } from "@/prisma/generated/enums";

/**
 * A member's entries that stand, also without a certification, with what counts of them for the active
 * cycles or for all that the member ever held, and why. The page, the CSV and the PDF all show this, so
 * that there is one figure everywhere.
 */
export async function findStandings(memberId: string, which: "active" | "all", today: Day) {
  const [cycles, entries] = await Promise.all([
    which === "active" ? listActiveCycles(memberId, today) : listCycles(memberId, today),
    listStandingEntries(memberId),
  ]);
  return {
    entries,
    standings: cycles.map((cycle) => ({ cycle, ...allocate(entries, cycle, cycle.terms) })),
  };
}

/** What counts for one cycle of the member, over or not, each line with its entry; null when it isn't the member's. */
export async function findAllocation(memberId: string, cycleId: string, today: Day) {
  const [cycles, entries] = await Promise.all([
    listCycles(memberId, today),
    listStandingEntries(memberId),
  ]);
  const cycle = cycles.find(({ id }) => id === cycleId);
  return cycle ? allocationOf(cycle, entries) : null;
}

/** What a report would do before it is saved: for each active cycle, without it and with it. */
export async function previewEntry(memberId: string, reported: Reported, today: Day) {
  const [cycles, entries, entry] = await Promise.all([
    listActiveCycles(memberId, today),
    listStandingEntries(memberId),
    entryOf(reported, today),
  ]);
  return cycles.map((cycle) => {
    const before = allocationOf(cycle, entries);
    const after = allocationOf(cycle, [...entries, entry]);
    const line = after.lines.find(({ entryId }) => entryId === entry.id);
    if (!line) throw new Error("The entry has no line.");
    const repeats = entries.find(({ id }) => id === line.sameAs) ?? null;
    return { cycle, line, repeats, before, after };
  });
}

/** What the form says of an entry, read but not saved. Credits are hundredths. */
export type Reported = Pick<Entry, "earnedOn" | "format" | "credits" | "creditType" | "title"> & {
  courseNumber: string;
  /** Null: another one, by its name. */
  providerId: string | null;
  providerOther: string;
  isAccepted: boolean;
};

function allocationOf(cycle: ListedCycle, entries: readonly StandingEntry[]) {
  const { lines, ...allocation } = allocate(entries, cycle, cycle.terms);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const ledger = lines.flatMap((line) => {
    const entry = byId.get(line.entryId);
    return entry ? [{ ...line, entry }] : [];
  });
  return { cycle, ...allocation, lines: ledger };
}

/** As the query says it: in JSON days are texts already, and instants too. */
type Row = Omit<StandingEntry, "isAccepted" | "state"> & {
  acceptedAt: string | null;
  returnedAt: string | null;
};

/** A member's entries that stand: not replaced, withdrawn or rejected; in the order in which they count. */
export async function listStandingEntries(memberId: string): Promise<StandingEntry[]> {
  // One cell of JSON: hundreds of rows, each cell read by itself, cost several times as much.
  const [found] = await db.$queryRaw<{ rows: Row[] | null }[]>`
    SELECT json_agg(one ORDER BY one."earnedOn", one."reportedOn", one.id) AS rows FROM (
      SELECT e.id, e.source, e.earned_on AS "earnedOn", e.reported_on AS "reportedOn", e.format, e.credits,
          e.credit_type AS "creditType", e.title, e.course_number AS "courseNumber",
          e.registration_id AS "claimKey", e.accepted_at AS "acceptedAt", e.returned_at AS "returnedAt",
          e.review_note AS "reviewNote", e.not_duplicate_at IS NOT NULL AS "isNotDuplicate",
          e.source = 'claim' OR coalesce(p.in_network, false) AS "inNetwork",
          coalesce(p.name, e.provider_other, own.name, '') AS provider,
          coalesce(p.name_key, e.provider_other_key, own.key, '') AS "providerKey",
          e.course_number_key AS "courseNumberKey", e.title_key AS "titleKey"
        FROM credit_entries e
        LEFT JOIN providers p ON p.id = e.provider_id
        LEFT JOIN (SELECT association_name AS name, identifier_key(association_name) AS key FROM settings
          WHERE id = 1) own ON e.source = 'claim'
        WHERE e.member_id = ${memberId}::uuid
          AND e.replaced_at IS NULL AND e.withdrawn_at IS NULL AND e.rejected_at IS NULL) one`;
  return (found?.rows ?? []).map(({ acceptedAt, returnedAt, ...row }) => {
    const state = stateOf({ acceptedAt, returnedAt });
    return { ...row, state, isAccepted: state === "accepted" };
  });
}

/** After every id that is given out: what is reported now comes last of its day. */
const NOT_SAVED = "ffffffff-ffff-7fff-bfff-ffffffffffff";

async function entryOf(reported: Reported, today: Day): Promise<StandingEntry> {
  const { providerId, providerOther, ...said } = reported;
  const [found] = await db.$queryRaw<
    Pick<StandingEntry, "provider" | "providerKey" | "courseNumberKey" | "titleKey" | "inNetwork">[]
  >`
    SELECT coalesce(p.name, ${providerOther}) AS provider,
        coalesce(p.name_key, identifier_key(${providerOther})) AS "providerKey",
        identifier_key(${said.courseNumber}) AS "courseNumberKey", identifier_key(${said.title}) AS "titleKey",
        coalesce(p.in_network, false) AS "inNetwork"
      FROM (SELECT 1) one LEFT JOIN providers p ON p.id = ${providerId}::uuid`;
  if (!found) throw new Error("A query without conditions gave no row.");
  const source: EntrySource = "self_report";
  return {
    ...said,
    ...found,
    id: NOT_SAVED,
    source,
    reportedOn: today,
    claimKey: null,
    isNotDuplicate: false,
    state: said.isAccepted ? "accepted" : "awaiting review",
    reviewNote: null,
  };
}
