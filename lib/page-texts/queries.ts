import "server-only";
import { db, type Tx } from "@/lib/db";
import type { PageName } from "@/lib/page-texts/rules";

/** The text of a page, who wrote it and when; both null: as it ships. */
export function findPageText(name: PageName, tx: Tx = db) {
  return tx.pageText.findUniqueOrThrow({
    where: { name },
    select: {
      text: true,
      version: true,
      changedAt: true,
      changedBy: { select: { firstName: true, lastName: true } },
    },
  });
}
