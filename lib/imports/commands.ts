import "server-only";
import type { ClientBase } from "pg";
import { recordAudit } from "@/lib/audit/commands";
import type { Tx } from "@/lib/db";
import { notFoundError } from "@/lib/errors";
import { CsvFile, type RowSource, UnreadableFile } from "@/lib/imports/csv-file";
import type { Act, Counts, Kind, Step } from "@/lib/imports/kind";
import { countRefusals, openRemarks, runChecks, tellRemarks } from "@/lib/imports/remarks";
import type { Remark } from "@/lib/imports/rules";
import { stage } from "@/lib/imports/staging";
import { inOneTransaction } from "@/lib/imports/transaction";
import type { Actor } from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";
import { IMPORTING } from "@/lib/turns";

type How = {
  kind: Kind;
  /** Checks and counts, and writes nothing. */
  isDryRun: boolean;
  /** Hears the refusals, or the notes on an accepted file, by line. */
  tell: (remark: Remark) => Promise<void>;
  /** Hears how far it has come; before the first step it waits for other imports to end. */
  reach?: (step: Step) => Promise<void>;
  /** Keeps what came of it with the rows, so that whoever is killed after the commit finds it said. */
  keep?: (tx: Tx, outcome: Outcome) => Promise<void>;
};

/** What the audit log says of rows that came otherwise than in a file. */
type Told = { act: string; subject: string; subjectId: string };

/** With refusals nothing was written. */
export type Outcome = Counts & { refusals: number; rows: number };

/** Applies a file whole, or says everything that is wrong with it and writes nothing. */
export function importFile(
  actor: Actor,
  { path, ...how }: How & { path: string },
  now: Date,
): Promise<Outcome> {
  return importRows(actor, { ...how, source: new CsvFile(path) }, now);
}

/** The same for rows of any source: all of them or none. */
export async function importRows(
  actor: Actor,
  input: How & { source: RowSource; told?: Told },
  now: Date,
): Promise<Outcome> {
  if (!may(actor, "import files")) throw notFoundError();
  try {
    const outcome = await inOneTransaction((client, tx) => run(client, tx, actor, input, now));
    if (outcome.refusals === 0 && !input.isDryRun) await input.kind.follow?.(now);
    return outcome;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    for (const remark of error.remarks) await input.tell(remark);
    return refused(error.remarks.length);
  }
}

async function run(
  client: ClientBase,
  tx: Tx,
  actor: Actor,
  { kind, source, told, isDryRun, tell, reach, keep }: How & { source: RowSource; told?: Told },
  now: Date,
): Promise<Outcome> {
  await client.query("SELECT pg_advisory_xact_lock($1)", [IMPORTING]);
  // A small sample tells the planner enough about a file.
  await client.query(
    `SELECT set_config('credence.now', $1, true), set_config('timezone', 'UTC', true),
            set_config('default_statistics_target', '10', true),
            set_config('credence.actor', $2, true), set_config('credence.may_hand_out_roles', $3, true)`,
    [now.toISOString(), actor.memberId ?? "", may(actor, "hand out roles") ? "yes" : ""],
  );
  await reach?.("reading");
  const { header, rows } = await stage(client, kind, source);
  const act = { tx, client, actor, now, header, kind: kind.name, sha256: source.sha256 };
  return withRetries(client, async () => {
    await reach?.("comparing");
    await openRemarks(client);
    await lookUp(act, kind);
    await runChecks(client, header, kind);
    const refusals = await countRefusals(client);
    if (refusals > 0) {
      await tellRemarks(client, header, "refuses", tell);
      return { isKept: false, outcome: refused(refusals) };
    }
    await reach?.("writing");
    const counts = await kind.apply(act);
    await auditRows(act, { rows, ...counts }, told);
    await tellRemarks(client, header, "notes", tell);
    const outcome = { refusals: 0, rows, ...counts };
    if (!isDryRun) await keep?.(tx, outcome);
    return { isKept: !isDryRun, outcome };
  });
}

function refused(refusals: number): Outcome {
  return { refusals, rows: 0, added: 0, changed: 0 };
}

async function lookUp(act: Act, kind: Kind) {
  await kind.prepare?.(act);
  for (const [table, select] of Object.entries(kind.tables)) {
    await act.client.query(`CREATE TEMP TABLE ${table} ON COMMIT DROP AS ${select}`);
    await act.client.query(`ANALYZE ${table}`);
  }
}

/** One entry for a file that changed something, named by its SHA-256 as its changes name it. */
async function auditRows(
  { tx, actor, now, kind, sha256 }: Act,
  counts: Counts & { rows: number },
  told: Told = { act: "imported a file", subject: "import", subjectId: sha256 },
) {
  if (counts.added + counts.changed === 0) return;
  await recordAudit(tx, { actor, ...told, facts: { kind, file: sha256, ...counts } }, now);
}

/**
 * Runs what checks and applies, and takes it back unless it is to be kept. Somebody may have written
 * or removed something between check and write, so that a constraint refuses: it is taken back and done
 * again.
 */
async function withRetries(
  client: ClientBase,
  attempt: () => Promise<{ isKept: boolean; outcome: Outcome }>,
): Promise<Outcome> {
  await client.query("SAVEPOINT staged");
  for (let tries = 1; ; tries += 1) {
    try {
      const { isKept, outcome } = await attempt();
      if (!isKept) await client.query("ROLLBACK TO SAVEPOINT staged");
      return outcome;
    } catch (error) {
      if (tries === 3 || !isCollision(error)) throw error;
      await client.query("ROLLBACK TO SAVEPOINT staged");
    }
  }
}

/**
 * Unique violation, a reference to what was removed, cycles that overlap, serialization failure,
 * deadlock.
 */
function isCollision(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    ["23505", "23503", "23P01", "40001", "40P01"].includes(String(error.code))
  );
}
