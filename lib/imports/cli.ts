import { once } from "node:events";
import { stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { runCommandLine } from "@/lib/command-line";
import { findCommandLineActor } from "@/lib/members/queries";
import type { Actor } from "@/lib/members/rules";
import { importFile, type Outcome } from "./commands";
import { KINDS } from "./kinds";
import { printRemark } from "./rules";

const USAGE = `Usage: npm run import -- KIND FILE [--dry-run] [--as EMAIL]
KIND is ${KINDS.map(({ name }) => name).join(", ")}.`;

const applied = 0;
const refused = 1;
const usage = 2;

await runCommandLine(async (args) => {
  const asked = readArguments(args);
  const kind = KINDS.find(({ name }) => name === asked?.kind);
  if (!asked || !kind) return complain(USAGE);
  if (!(await isFile(asked.path))) return complain(`There is no file ${asked.path} to read.`);
  const actor = await findActor(asked.as);
  if (!actor) return complain(`Nobody has the e-mail address ${asked.as}.`);
  const input = { kind, path: asked.path, isDryRun: asked.isDryRun, tell: print };
  const outcome = await importFile(actor, input, new Date());
  if (outcome.refusals > 0) {
    console.error(`Refused: ${count(outcome.refusals, "problem")}. Nothing was written.`);
    return refused;
  }
  console.log(summary(kind.name, outcome, asked.isDryRun));
  return applied;
});

function readArguments(args: string[]) {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { "dry-run": { type: "boolean", default: false }, as: { type: "string" } },
    });
    const [kind, path, ...others] = positionals;
    if (!kind || !path || others.length > 0) return null;
    return { kind, path, isDryRun: values["dry-run"], as: values.as };
  } catch {
    return null;
  }
}

function complain(sentence: string): number {
  console.error(sentence);
  return usage;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function findActor(email: string | undefined): Promise<Actor | null> {
  if (email === undefined) return { memberId: null, door: "command line", roles: [] };
  return findCommandLineActor(email);
}

/** Waits while whoever reads our output is behind: a file may have a line for every cell. */
async function print(remark: Parameters<typeof printRemark>[0]) {
  if (!process.stdout.write(`${printRemark(remark)}\n`)) await once(process.stdout, "drain");
}

function summary(kind: string, outcome: Outcome, isDryRun: boolean): string {
  if (!("rows" in outcome)) return "";
  const { rows, added, changed } = outcome;
  const unchanged = rows - added - changed;
  const happened =
    added + changed === 0
      ? "Nothing changed."
      : `${added} added, ${changed} changed, ${unchanged} unchanged.`;
  return `${kind}: ${count(rows, "row")}. ${happened}${isDryRun ? " Nothing was written: this was a dry run." : ""}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
