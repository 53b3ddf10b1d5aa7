import "server-only";
import { createHash } from "node:crypto";
import { db } from "@/lib/db";
import { notFoundError, refusalOfFields } from "@/lib/errors";
import { importRows } from "@/lib/imports/commands";
import type { CsvRow, RowSource } from "@/lib/imports/csv-file";
import { providerPosts } from "@/lib/imports/provider-posts";
import type { Actor } from "@/lib/members/rules";
import { placeOf, rowsOf } from "@/lib/provider-posts/rules";
import type { ProviderPost } from "@/lib/provider-posts/schema";
import { may } from "@/lib/roles/rules";

/** How many posts were new, said something new, or were known already. */
export type Received = { added: number; changed: number; unchanged: number };

/**
 * Takes posts of one provider, all of them or none, by the rules and in the turns of the import files:
 * a post that is sent again changes nothing, one that says something else replaces what it said. What
 * is wrong is told by place and field, such as "2.memberNumber".
 */
export async function receiveProviderPosts(
  actor: Actor,
  providerId: string,
  posts: readonly ProviderPost[],
  now: Date,
): Promise<Received> {
  if (!may(actor, "import files")) throw notFoundError();
  const provider = await db.provider.findUnique({
    where: { id: providerId },
    select: { name: true },
  });
  if (!provider) throw notFoundError();
  const remarks: [string, string][] = [];
  const { refusals, added, changed } = await importRows(
    actor,
    {
      kind: providerPosts,
      source: sourceOf(rowsOf(provider.name, posts)),
      told: { act: "received provider posts", subject: "provider", subjectId: providerId },
      isDryRun: false,
      tell: async (remark) => {
        remarks.push([placeOf(remark), remark.sentence]);
      },
    },
    now,
  );
  // Of an accepted file the same way tells notes, such as a line break that became a space.
  if (refusals > 0) throw refusalOfFields(Object.fromEntries(remarks));
  return { added, changed, unchanged: posts.length - added - changed };
}

function sourceOf(rows: CsvRow[]): RowSource {
  return {
    async *rows() {
      yield rows;
    },
    sha256: createHash("sha256").update(JSON.stringify(rows)).digest("hex"),
    broken: null,
    isUtf8: true,
  };
}
