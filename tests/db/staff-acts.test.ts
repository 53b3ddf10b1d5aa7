import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { childEnvironment } from "@/lib/env";
import { anAccount } from "@/tests/support/accounts";

/** Runs a staff act in a process of its own, as `npm run` does. */
function running(cli: string, ...args: string[]) {
  const program = ["--conditions=react-server", "--import", "tsx", `lib/${cli}/cli.ts`, ...args];
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(process.execPath, program, { env: childEnvironment() }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

describe("at the terminal", () => {
  test("a role is granted, and once more changes nothing", async () => {
    const email = `${randomUUID()}@example.org`;
    expect(await running("accounts", email, "staff")).toMatchObject({
      code: 0,
      out: `A staff account for ${email} was made. Its password is set by Forgot Password?.\n${email} is now staff.\n`,
    });
    expect(await running("accounts", email, "staff")).toMatchObject({
      code: 0,
      out: `${email} is staff already.\n`,
    });
  });

  test.each([
    [[], "Give an e-mail address."],
    [["sam@example.org", "boss"], "The role must be staff, administrator or local_office."],
  ])("a grant of %j says what is missing and how it is used", async (args, words) => {
    const { code, err } = await running("accounts", ...args);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(words) });
    expect(err).toContain("Usage: npm run grant -- EMAIL ROLE [OFFICE] [--as EMAIL]");
  });

  test("who may not grant a role is told so", async () => {
    const { email } = await anAccount({ password: null });
    const { code, err } = await running("accounts", email, "staff", "--as", email);
    expect({ code, err }).toEqual({
      code: 1,
      err: `${email} may not do this. Ask an administrator.\n`,
    });
  });

  test.each([
    ["registrations", []],
    ["corrections", ["2026-04-10", "7.00", "--reason", "The sign-in sheet."]],
  ])("a registration that there isn't is named (%s)", async (cli, others) => {
    const { code, err } = await running(cli, "NO-EVENT", "700100", ...others);
    expect({ code, err }).toEqual({
      code: 1,
      err: "There is no registration of 700100 for NO-EVENT. Check both.\n",
    });
  });
});
