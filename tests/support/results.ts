import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

// How many tests of a stage passed, and by name which failed, as the end of a log is often all that
// is kept of it: as vitest's reporter here leaves it behind, or read from Playwright's JSON.

export const RESULTS = ".credence/test-results.json";

export type Results = { passed: number; failed: string[] };

type Suite = {
  suites?: Suite[];
  specs: { ok: boolean; file: string; title: string; tests: Attempted[] }[];
};
type Attempted = { results: { error?: { message?: string } }[] };

export function forgetResults(): void {
  rmSync(RESULTS, { force: true });
}

export function keepResults(results: Results): void {
  mkdirSync(dirname(RESULTS), { recursive: true });
  writeFileSync(RESULTS, JSON.stringify(results));
}

/** The results of a run that ended with this code; a stage that fails without naming a test is named. */
export function readResults(code: number, stage: string): Results {
  const told = readTold();
  if (!told) return { passed: 0, failed: [`${stage} left no results (code ${code})`] };
  return code !== 0 && told.failed.length === 0
    ? { ...told, failed: [`${stage} ended with code ${code}`] }
    : told;
}

function readTold(): Results | null {
  try {
    const told = JSON.parse(readFileSync(RESULTS, "utf8"));
    return "suites" in told ? ofPlaywright(told) : told;
  } catch {
    return null;
  }
}

function ofPlaywright(told: { suites: Suite[]; stats: { expected: number } }): Results {
  const specs = (suite: Suite): Suite["specs"] => [
    ...suite.specs,
    ...(suite.suites ?? []).flatMap(specs),
  ];
  return {
    passed: told.stats.expected,
    failed: told.suites
      .flatMap(specs)
      .filter((spec) => !spec.ok)
      .map((spec) =>
        named(
          spec.file,
          spec.title,
          spec.tests[0]?.results.find((one) => one.error)?.error?.message,
        ),
      ),
  };
}

export function named(file: string, test: string, why = ""): string {
  const short = file.slice(Math.max(0, file.indexOf("tests/")));
  return `${short} › ${test}\n  ${why.split("\n")[0]}`;
}
