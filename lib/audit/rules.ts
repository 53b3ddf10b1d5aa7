import { createHash } from "node:crypto";

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

export type SealedFacts = {
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

export type Seal = { number: bigint; previousHash: string; hash: string };

/** What the first seal names as its predecessor. */
export const CHAIN_START = "0".repeat(64);

/** The one way to write a value: names in code unit order, since jsonb keeps no order of its own. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`);
  return `{${members.join(",")}}`;
}

/** What an entry keeps of a personal value; without the salt it can't be guessed back. */
export function digestOf(salt: string, value: Json): string {
  return sha256(salt + canonicalJson(value));
}

/** The hash of a seal: over its number, the hash before it and every fact of the entry. */
export function sealHash(number: bigint, previousHash: string, entry: SealedFacts): string {
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

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
