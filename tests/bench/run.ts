import { openEnvironment } from "@/lib/env";
import { SetupError } from "@/lib/setup-error";
import { allocate20000 } from "./allocate-20000";
import { certificateAgain } from "./certificate-again";
import { certificateFirstRatio } from "./certificate-facts";
import { dashboard } from "./dashboard";
import { importAgainstCopy } from "./import";
import { renderStall } from "./render-stall";
import { rowSave } from "./row-save";
import { search } from "./search";
import { selfReport } from "./self-report";
import { openStage, type Stage } from "./stage";
import { tracker } from "./tracker";

// npm run bench: the lines of the benchmark, `-- --only NAME` one of them. It is no test: what
// falls short is said, and the exit code is 0.

type Line = { unit: "times" | "ms"; goal: number; measure(stage: Stage): Promise<number> };

const lines: Record<string, Line> = {
  "row-save": { unit: "times", goal: 1.5, measure: rowSave },
  tracker: { unit: "times", goal: 1.5, measure: tracker },
  "certificate-first": { unit: "times", goal: 2, measure: certificateFirstRatio },
  "certificate-again": { unit: "times", goal: 1.5, measure: certificateAgain },
  "render-stall": { unit: "ms", goal: 50, measure: renderStall },
  "self-report": { unit: "times", goal: 1.6, measure: selfReport },
  dashboard: { unit: "times", goal: 1.5, measure: dashboard },
  "allocate-20000": { unit: "ms", goal: 50, measure: allocate20000 },
  search: { unit: "ms", goal: 100, measure: search },
  import: { unit: "times", goal: 5, measure: importAgainstCopy },
};

function chosen(): string[] {
  const [option, name = ""] = process.argv.slice(2);
  if (option === undefined) return Object.keys(lines);
  if (option === "--only" && name in lines) return [name];
  throw new SetupError(`Say --only and one of: ${Object.keys(lines).join(", ")}.`);
}

async function run() {
  const names = chosen();
  openEnvironment({ unlessSaid: "development" });
  const stage = openStage();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void stage.close().finally(() => process.exit(1)));
  }
  try {
    for (const name of names) {
      const line = lines[name];
      if (!line) continue;
      const value = await line.measure(stage);
      const verdict = value <= line.goal ? "ok" : "short";
      console.log(`bench ${name} ${value.toFixed(2)} ${line.unit} ${line.goal} ${verdict}`);
    }
  } finally {
    await stage.close();
  }
}

try {
  await run();
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
}
