import { createHash } from "node:crypto";

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json | undefined };

/** Every column of an entry: what a seal vouches for. */
export const entryFields = {
  id: true,
  sequence: true,
  at: true,
  actorId: true,
  door: true,
  act: true,
  subject: true,
  subjectId: true,
  facts: true,
  digests: true,
} as const;

export type Entry = {
  id: string;
  sequence: bigint;
  at: Date;
  actorId: string | null;
  door: string;
  act: string;
  subject: string;
  subjectId: string;
  facts: Json;
  digests: Json;
};

/** What the first seal names as its predecessor. */
export const CHAIN_START = "0".repeat(64);

/** The one way to write a value: names in code unit order, since jsonb keeps no order of its own. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, inner]) =>
      inner === undefined ? [] : [`${JSON.stringify(name)}:${canonicalJson(inner)}`],
    );
  return `{${members.join(",")}}`;
}

/** What an entry keeps of a personal value; without the salt it can't be guessed back. */
export function digestOf(salt: string, value: Json): string {
  return sha256(salt + canonicalJson(value));
}

/** The hash of a seal: over its number, the hash before it and every fact of the entry. */
export function sealHash(number: bigint, previousHash: string, entry: Entry): string {
  return sha256(
    canonicalJson({
      number: number.toString(),
      previousHash,
      id: entry.id,
      sequence: entry.sequence.toString(),
      at: entry.at.toISOString(),
      actorId: entry.actorId,
      door: entry.door,
      act: entry.act,
      subject: entry.subject,
      subjectId: entry.subjectId,
      facts: entry.facts,
      digests: entry.digests,
    }),
  );
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export type SealRow = {
  number: bigint;
  previousHash: string;
  hash: string;
  /** Null: the entry is gone. */
  entry: (Entry & { values: readonly { name: string; salt: string; value: Json }[] }) | null;
};

/** Where a check of the chain stands. */
export type Link = { number: bigint; hash: string };

/** What is wrong with a seal that should follow this link, as sentences. */
export function faultsOf(before: Link, seal: SealRow): string[] {
  const expected = before.number + 1n;
  if (seal.number !== expected) {
    const gone = `Seals ${expected} to ${seal.number - 1n} are missing.`;
    return [gone, ...faultsOfEntry(seal)];
  }
  if (seal.previousHash !== before.hash) {
    return [`Seal ${seal.number} does not continue the chain.`, ...faultsOfEntry(seal)];
  }
  return faultsOfEntry(seal);
}

function faultsOfEntry({ number, previousHash, hash, entry }: SealRow): string[] {
  if (entry === null) return [`The entry of seal ${number} is missing.`];
  const faults = faultsOfValues(entry);
  if (sealHash(number, previousHash, entry) === hash) return faults;
  return [`Entry ${entry.id} of seal ${number} is not what was sealed.`, ...faults];
}

/** Personal values that are not what the entry was recorded with. Erased ones are no fault. */
export function faultsOfValues({ id, digests, values }: NonNullable<SealRow["entry"]>): string[] {
  const known = new Map(Object.entries((digests ?? {}) as Record<string, Json>));
  return values
    .filter(({ name, salt, value }) => known.get(name) !== digestOf(salt, value))
    .map(({ name }) => `The value "${name}" of entry ${id} is not what was recorded.`);
}
