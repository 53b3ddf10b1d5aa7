import { execFile } from "node:child_process";
import { describe, expect, test } from "vitest";
import { childEnvironment } from "@/lib/env";
import { countRows } from "@/tests/support/imports";

const MEMBERS = "prisma/seed/members.csv";
const BAD = "tests/data/bad/good-and-bad-rows.csv";

function importing(...args: string[]) {
  const program = ["--conditions=react-server", "--import", "tsx", "lib/imports/cli.ts", ...args];
  const env = childEnvironment();
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(process.execPath, program, { env }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

describe("npm run import", () => {
  test("applies a file and says what changed; a second time, that nothing did", async () => {
    const first = await importing("members", MEMBERS);
    expect(first).toMatchObject({ code: 0, out: expect.stringMatching("30 added") });
    const second = await importing("members", MEMBERS);
    expect(second).toMatchObject({ code: 0, out: "members: 30 rows. Nothing changed.\n" });
    const before = await countRows();
    const refused = await importing("members", BAD);
    expect(refused.code).toBe(1);
    expect(refused.out).toMatch(/^(line \d+, column \w+: .+\n){4}$/);
    expect(await countRows()).toEqual(before);
  });

  test.each([
    ["without a file", ["members"]],
    ["of an unknown kind", ["people", MEMBERS]],
    ["of a file that is not there", ["members", "nowhere.csv"]],
    ["with an unknown option", ["members", MEMBERS, "--force"]],
  ])("%s says how it is used", async (_, args) => {
    const { code, out, err } = await importing(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch("Usage: npm run import -- KIND FILE");
  });
});
