import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFile } from "@/lib/imports/commands";
import { KINDS } from "@/lib/imports/kinds";
import { MACHINE } from "@/lib/members/rules";

/** Applies an import file that exists as text, or as lines of text, only. */
export async function importText(kindName: string, text: string | Iterable<string>, now: Date) {
  const kind = KINDS.find(({ name }) => name === kindName);
  if (!kind) throw new Error(`There is no import of ${kindName}.`);
  const folder = await mkdtemp(join(tmpdir(), "credence-seed-"));
  const path = join(folder, `${kindName}.csv`);
  await writeFile(path, text);
  const refusals: string[] = [];
  const tell = async ({ line, sentence }: { line: number; sentence: string }) => {
    refusals.push(`line ${line}: ${sentence}`);
  };
  const outcome = await importFile(MACHINE, { kind, path, isDryRun: false, tell }, now);
  await rm(folder, { recursive: true });
  if (outcome.refusals > 0) throw new Error(`${kindName}: ${refusals.slice(0, 20).join("; ")}`);
  return outcome;
}
