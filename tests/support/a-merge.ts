import { db } from "@/lib/db";
import type { MemberActor } from "@/lib/members/rules";
import { mergeMembers } from "@/lib/merges/commands";
import { findMerge } from "@/lib/merges/queries";
import { NOW } from "./a-row";

/** What the preview shows of merging `other` into `kept`. */
export async function previewOf(kept: { id: string }, other: { id: string }) {
  const merge = await findMerge(kept.id, other.id);
  if (!merge) throw new Error("There are not two such records.");
  return merge;
}

/** Looks at the preview and confirms it. */
export async function merge(
  actor: MemberActor,
  kept: { id: string },
  other: { id: string },
  now = NOW,
) {
  const { seen } = await previewOf(kept, other);
  const reason = "Same birthday and licence.";
  await mergeMembers(actor, { memberId: kept.id, otherId: other.id, seen, reason }, now);
}

/** Every column of the database that names a member, as "table.column". */
export async function columnsOfMembers(): Promise<string[]> {
  const found = await db.$queryRaw<{ name: string }[]>`
    SELECT r.relname || '.' || a.attname AS name
      FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
      WHERE c.contype = 'f' AND c.confrelid = 'members'::regclass ORDER BY 1`;
  return found.map(({ name }) => name);
}
