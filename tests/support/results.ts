import { readFileSync, rmSync } from "node:fs";

// What vitest and Playwright leave behind as JSON, read the same way: how many tests passed, and
// by name which failed, as the end of a log is often all that is kept of it.

export const RESULTS = ".credence/test-results.json";

export type Results = { passed: number; failed: string[] };

type VitestFile = {
  name: string;
  status: string;
  message: string;
  assertionResults: { status: string; fullName: string; failureMessages: string[] | null }[];
};
type Suite = {
  suites?: Suite[];
  specs: { ok: boolean; file: string; title: string; tests: Attempted[] }[];
};
type Attempted = { results: { error?: { message?: string } }[] };

export function forgetResults(): void {
  rmSync(RESULTS, { force: true });
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
    return "suites" in told ? ofPlaywright(told) : ofVitest(told);
  } catch {
    return null;
  }
}

function ofVitest(told: { numPassedTests: number; testResults: VitestFile[] }): Results {
  return {
    passed: told.numPassedTests,
    failed: told.testResults.flatMap((file) => {
      const failed = file.assertionResults.filter((test) => test.status === "failed");
      if (failed.length === 0 && file.status === "failed")
        return [named(file.name, "the file", file.message)];
      return failed.map((test) => named(file.name, test.fullName, test.failureMessages?.[0]));
    }),
  };
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

function named(file: string, test: string, why = ""): string {
  const short = file.slice(Math.max(0, file.indexOf("tests/")));
  return `${short} › ${test}\n  ${why.split("\n")[0]}`;
}
