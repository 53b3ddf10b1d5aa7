import { once } from "node:events";
import { statSync } from "node:fs";
import { z } from "zod";
import { DomainError } from "@/lib/errors";
import { importFile, type Outcome } from "@/lib/imports/commands";
import { KINDS } from "@/lib/imports/kinds";
import { printRemark, type Remark } from "@/lib/imports/rules";
import { runStaffAct } from "@/lib/staff-act";

const names = KINDS.map(({ name }) => name).join(", ");

await runStaffAct({
  usage: `Usage: npm run import -- KIND FILE [--dry-run] [--as EMAIL]\nKIND is ${names}.`,
  names: ["kind", "path"],
  options: { "dry-run": { type: "boolean", default: false } },
  schema: z.object({
    kind: z
      .string(`Give the kind of file: ${names}.`)
      .transform((named) => KINDS.find(({ name }) => name === named))
      .pipe(z.custom<(typeof KINDS)[number]>((kind) => kind, `The kinds of files are ${names}.`)),
    path: z.string("Give the file.").refine(isFile, "There is no such file to read."),
    "dry-run": z.boolean(),
  }),
  run: async (actor, { kind, path, "dry-run": isDryRun }, now) => {
    const outcome = await importFile(actor, { kind, path, isDryRun, tell }, now);
    if (outcome.refusals > 0) {
      const problems = `${outcome.refusals} ${outcome.refusals === 1 ? "problem" : "problems"}`;
      throw new DomainError("invalid", `Refused: ${problems}. Nothing was written.`);
    }
    return summary(kind.name, outcome, isDryRun);
  },
});

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Waits while whoever reads our output is behind: a file may have a line for every cell. */
async function tell(remark: Remark) {
  if (!process.stdout.write(`${printRemark(remark)}\n`)) await once(process.stdout, "drain");
}

function summary(kind: string, { rows, added, changed }: Outcome, isDryRun: boolean) {
  const happened =
    added + changed === 0
      ? "Nothing changed."
      : `${added} added, ${changed} changed, ${rows - added - changed} unchanged.`;
  const dry = isDryRun ? " This was a dry run: nothing was written." : "";
  return `${kind}: ${rows} ${rows === 1 ? "row" : "rows"}. ${happened}${dry}`;
}
