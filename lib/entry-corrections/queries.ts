import "server-only";
import { dayOf, todayIn } from "@/lib/calendar";
import { findKeys, notSaved, previewChange } from "@/lib/corrections/queries";
import { printCredits } from "@/lib/credits/amount";
import { db, type Tx } from "@/lib/db";
import { entrySelect } from "@/lib/entries/queries";
import { stateOf } from "@/lib/entries/rules";
import {
  changesOf,
  type EntryFacts,
  refusalsOfFacts,
  refusalToCorrectEntry,
} from "@/lib/entry-corrections/rules";
import {
  type EntryFields,
  readEntryFields,
  type TypedFields,
} from "@/lib/entry-corrections/schema";
import { isId } from "@/lib/ids";
import { OTHER_PROVIDER } from "@/lib/reports/rules";
import { findSettings } from "@/lib/settings/queries";

const correctableSelect = {
  ...entrySelect,
  registrationId: true,
  notDuplicateAt: true,
  memberId: true,
  member: {
    select: { id: true, firstName: true, lastName: true, memberNumber: true, email: true },
  },
} as const;

/** An entry with what it says as facts; null: there is none. */
export async function findCorrectable(id: string, tx: Tx = db) {
  if (!isId(id)) return null;
  const found = await tx.creditEntry.findUnique({
    relationLoadStrategy: "join",
    where: { id },
    select: correctableSelect,
  });
  if (!found) return null;
  const facts: EntryFacts = {
    earnedOn: dayOf(found.earnedOn),
    format: found.formatName,
    credits: found.credits,
    creditType: found.creditTypeName,
    providerId: found.providerId,
    provider: found.provider?.name ?? found.providerOther ?? "",
    courseNumber: found.courseNumber,
    title: found.title,
  };
  return {
    ...found,
    earnedOn: dayOf(found.earnedOn),
    reportedOn: dayOf(found.reportedOn),
    state: stateOf(found),
    facts,
  };
}

export type Correctable = NonNullable<Awaited<ReturnType<typeof findCorrectable>>>;

/** The last of the entries that came of this one, itself where none did. */
export async function findLatestOf(entryId: string, tx: Tx = db): Promise<string> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE versions AS (
      SELECT ${entryId}::uuid AS id, 0 AS depth
      UNION ALL
      SELECT e.id, depth + 1 FROM versions v JOIN credit_entries e ON e.replaces_id = v.id
    ) SELECT id FROM versions ORDER BY depth DESC LIMIT 1`;
  return rows[0]?.id ?? entryId;
}

/** What the fields make of an entry, and every reason why they can't. */
export async function judgeFields(entry: Correctable, fields: EntryFields, now: Date) {
  const { timeZone } = await findSettings();
  const [format, creditType, provider] = await Promise.all([
    db.format.count({ where: { name: fields.format } }),
    db.creditType.findUnique({
      where: { name: fields.creditType },
      select: { name: true, increment: true },
    }),
    findProvider(fields),
  ]);
  const { earnedOn, credits, courseNumber, title } = fields;
  const facts: EntryFacts = {
    earnedOn,
    format: fields.format,
    credits,
    creditType: fields.creditType,
    providerId: provider?.id ?? null,
    provider: provider?.name ?? fields.providerOther,
    courseNumber,
    title,
  };
  const refusals = refusalsOfFacts(entry.facts, facts, {
    format: format > 0,
    creditType,
    provider: provider !== null,
    today: todayIn(timeZone, now),
  });
  return { facts, refusals, isInNetwork: provider?.inNetwork ?? false };
}

/** The provider that was chosen, or that bears the name given under Other; null: there is none such. */
async function findProvider({ provider, providerOther }: EntryFields) {
  if (provider !== OTHER_PROVIDER) {
    if (!isId(provider)) return null;
    const select = { id: true, name: true, inNetwork: true };
    return db.provider.findUnique({ where: { id: provider }, select });
  }
  const [known] = await db.$queryRaw<{ id: string; name: string; inNetwork: boolean }[]>`
    SELECT id, name, in_network AS "inNetwork" FROM providers
     WHERE name_key = identifier_key(${providerOther})`;
  return known ?? { id: null, name: providerOther, inNetwork: false };
}

/** An entry as staff correct it: what is typed for it beside what stands, and what that would do. */
export async function findEntryDesk(
  entryId: string,
  search: Readonly<Record<string, string | string[] | undefined>>,
  now: Date,
) {
  const entry = await findCorrectable(entryId);
  if (!entry) return null;
  const [read, choices] = [readEntryFields(search), await listChoices()];
  const judged = read?.fields ? await judgeFields(entry, read.fields, now) : null;
  const errors = judged?.refusals ?? read?.errors ?? {};
  const isReady = judged !== null && Object.keys(errors).length === 0;
  const effect = isReady
    ? {
        changes: changesOf(entry.facts, judged.facts),
        cycles: await previewFacts(entry, judged, now),
      }
    : null;
  return {
    entry,
    refusal: refusalToCorrectEntry(entry),
    typed: read?.typed ?? typedOf(entry.facts),
    errors,
    choices,
    effect,
  };
}

export type EntryDesk = NonNullable<Awaited<ReturnType<typeof findEntryDesk>>>;

function typedOf(facts: EntryFacts): TypedFields {
  return {
    earnedOn: facts.earnedOn,
    format: facts.format,
    credits: printCredits(facts.credits),
    creditType: facts.creditType,
    courseNumber: facts.courseNumber,
    provider: facts.providerId ?? OTHER_PROVIDER,
    providerOther: facts.providerId ? "" : facts.provider,
    title: facts.title,
  };
}

/** Every format, type and provider there is: what came by a file need not be offered to members. */
async function listChoices() {
  const name = { name: true } as const;
  const [formats, creditTypes, providers] = await Promise.all([
    db.format.findMany({ orderBy: [{ position: "asc" }, { name: "asc" }], select: name }),
    db.creditType.findMany({ orderBy: byName, select: name }),
    db.provider.findMany({ orderBy: byName, select: { id: true, ...name } }),
  ]);
  return {
    formats: formats.map((each) => each.name),
    creditTypes: creditTypes.map((each) => each.name),
    providers,
  };
}

const byName = { name: "asc" } as const;

/** What the new entry does to the member's certifications in place of the old one. */
async function previewFacts(
  { id, memberId }: Correctable,
  { facts, isInNetwork }: { facts: EntryFacts; isInNetwork: boolean },
  now: Date,
) {
  const [keys, { timeZone }] = await Promise.all([findKeys(facts), findSettings()]);
  const { providerId: _, ...said } = facts;
  return previewChange(
    memberId,
    (entries) =>
      entries.map((entry) =>
        entry.id === id
          ? { ...entry, ...said, ...keys, id: notSaved(), inNetwork: isInNetwork }
          : entry,
      ),
    todayIn(timeZone, now),
  );
}
