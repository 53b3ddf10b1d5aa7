import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { db } from "@/lib/db";
import { notFoundError } from "@/lib/errors";
import type { ExportKind } from "@/lib/exports/rules";
import type { Range } from "@/lib/exports/schema";
import type { Actor } from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";

/** Says in the log that somebody takes many members' facts out of the house. */
export async function beginExport(
  actor: Actor,
  { kind, range }: { kind: ExportKind; range: Range | null },
  now: Date,
) {
  if (!may(actor, "export files")) throw notFoundError();
  const told = { act: "exported", subject: "export", subjectId: kind };
  await recordAudit(db, { actor, ...told, facts: { ...range } }, now);
}
