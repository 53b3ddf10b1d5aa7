import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { todayIn } from "@/lib/calendar";
import { db } from "@/lib/db";
import { childEnvironment } from "@/lib/env";
import { ruleTermsSchema } from "@/lib/programs/schema";
import { findSettings } from "@/lib/settings/queries";
import { aCertification, shippedPrograms } from "@/tests/support/a-certification";
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

describe("invoices at the terminal", () => {
  /** A credential of this year, whose invoice is due; the command goes by the real clock. */
  async function aHolder(code: string, memberId?: string) {
    const year = todayIn((await findSettings()).timeZone, new Date()).slice(0, 4);
    const dates = { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
    return (await aCertification(code, [dates], memberId)).memberId;
  }

  /** A fee that no line of an invoice holds. */
  async function tooDear() {
    const { terms } = await db.ruleVersion.findFirstOrThrow({ where: { programCode: "CAM" } });
    const fromOn = new Date("2020-01-01");
    const dear = { ...ruleTermsSchema.parse(terms), fee: 100_000_001 };
    const names = { create: { code: "DEAR", name: "Dear", fromOn } };
    const versions = { create: { fromOn, terms: dear } };
    await db.program.create({ data: { code: "DEAR", names, versions } });
    return aHolder("DEAR");
  }

  const cyclesOf = async (memberId: string) => {
    const cycles = { select: { cycles: true } };
    const held = await db.renewal.findMany({ where: { memberId }, select: { _count: cycles } });
    return held.map(({ _count }) => _count.cycles);
  };

  test("are issued past one that fails, late credentials joined, and who failed is named", async () => {
    await shippedPrograms();
    const early = await aHolder("CALP");
    expect(await running("invoices")).toMatchObject({
      code: 0,
      out: "Issued 1 new and 0 changed.\n",
    });
    await aHolder("CAM", early);
    const [failing, other] = [await tooDear(), await aHolder("CAM")];
    const { code, err } = await running("invoices");
    expect({ code, err }).toEqual({ code: 1, err: `Could not invoice a member: ${failing}.\n` });
    expect(await cyclesOf(early)).toEqual([2]);
    expect(await cyclesOf(other)).toEqual([1]);
    expect(await cyclesOf(failing)).toEqual([]);
    await db.member.update({ where: { id: failing }, data: { retiredAt: new Date() } });
    expect(await running("invoices")).toMatchObject({
      code: 0,
      out: "No invoice is due to be issued.\n",
    });
  });

  test("are not issued by who may not", async () => {
    const { email } = await anAccount({ password: null });
    const { code, err } = await running("invoices", "--as", email);
    expect({ code, err }).toEqual({
      code: 1,
      err: `${email} may not do this. Ask an administrator.\n`,
    });
  });
});
