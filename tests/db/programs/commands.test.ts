import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { dateOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import { DomainError } from "@/lib/errors";
import { type Actor, MACHINE } from "@/lib/members/rules";
import { addProgram } from "@/lib/program-names/commands";
import { addProgramSchema } from "@/lib/program-names/schema";
import { ensureProgram, saveRuleVersion } from "@/lib/programs/commands";
import { findProgram, findProgramCode, findVersionFor, listPrograms } from "@/lib/programs/queries";
import { ruleTermsSchema } from "@/lib/programs/schema";
import { aCertification, shippedPrograms } from "@/tests/support/a-certification";
import { NOW } from "@/tests/support/a-row";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";
import { SHIPPED, years } from "@/tests/unit/programs/shipped";

await shippedPrograms();

const terms = ruleTermsSchema.parse(SHIPPED[0]?.versions[0]?.terms);
const refusedAs = (kind: DomainError["kind"]) => {
  return expect.toSatisfy((error) => error instanceof DomainError && error.kind === kind);
};

async function aProgram() {
  const code = `P-${randomUUID().slice(0, 8)}`;
  await ensureProgram(
    MACHINE,
    { code, names: [{ code, name: "A program", fromOn: "2000-01-01" }] },
    NOW,
  );
  return code;
}

const audited = (code: string) =>
  db.auditEntry.count({ where: { subject: "program", subjectId: code } });
const save = (programCode: string, told: Partial<typeof terms> = {}, actor: Actor = MACHINE) => {
  return saveRuleVersion(
    actor,
    { programCode, fromOn: "2020-01-01", terms: { ...terms, ...told } },
    NOW,
  );
};

describe("the programs that ship", () => {
  test("are found by any code they had, however it is typed", async () => {
    const codes = ["NALP", " calp ", "ACSM-CPT", "CPT"].map(findProgramCode);
    expect(await Promise.all(codes)).toEqual(["CALP", "CALP", "ACSM-CPT", null]);
  });

  test("have the name of the date", async () => {
    const on = async (day: string) =>
      (await listPrograms(day)).find(({ code }) => code === "CALP")?.called;
    expect(await on("2021-12-31")).toMatchObject({ code: "NALP" });
    expect(await on("2022-01-01")).toMatchObject({ code: "CALP" });
  });

  test("judge a cycle by the version of its due date, participation put in formats", async () => {
    const version = await findVersionFor("CAM", years(2022));
    expect(version?.terms).toMatchObject({
      required: 800,
      caps: [{ formats: ["Committee", "Volunteering"] }],
    });
    expect(await findVersionFor("NOTHING", years(2022))).toBeNull();
  });

  test("loaded again they change nothing", async () => {
    const count = () => Promise.all([db.ruleVersion.count(), db.auditEntry.count()]);
    const before = await count();
    await shippedPrograms();
    expect(await count()).toEqual(before);
  });
});

describe("a rule version", () => {
  test("is saved once and audited; changed, it tells from what to what", async () => {
    const code = await aProgram();
    await save(code);
    await save(code);
    expect(await audited(code)).toBe(2);
    await save(code, { required: 5000 });
    const told = await db.auditEntry.findFirst({
      where: { subjectId: code },
      orderBy: { sequence: "desc" },
    });
    expect(told?.facts).toMatchObject({ from: { required: 4500 }, to: { required: 5000 } });
  });

  test("is refused when its caps overlap, and nothing is stored", async () => {
    const code = await aProgram();
    const caps = [
      { formats: ["Teaching", "Other"], credits: 500, per: "calendar year" as const },
      { formats: ["Teaching"], credits: 500, per: "cycle" as const },
    ];
    await expect(save(code, { caps })).rejects.toThrow("overlap");
    expect(await db.ruleVersion.count({ where: { programCode: code } })).toBe(0);
  });

  test("is refused when it names a format that nobody knows", async () => {
    await expect(
      save(await aProgram(), { formatsFrom: { Dancing: "2025-01-01" } }),
    ).rejects.toThrow("There is no format or credit type Dancing.");
  });

  test("that a cycle was renewed under stays", async () => {
    const code = await aProgram();
    await save(code);
    const version = await db.ruleVersion.findFirstOrThrow({ where: { programCode: code } });
    await aCertification(code, [
      { ...years(2021, 2023), renewedAt: NOW, ruleVersionId: version.id },
    ]);
    await expect(save(code, { required: 5000 })).rejects.toEqual(refusedAs("conflict"));
    await save(code);
  });

  test("is an administrator's to save", async () => {
    const code = await aProgram();
    const memberId = randomUUID();
    const staff: Actor = { memberId, door: "web", roles: ["staff"] };
    await expect(save(code, {}, staff)).rejects.toEqual(refusedAs("not-found"));
    await expect(ensureProgram(staff, { code, names: [] }, NOW)).rejects.toEqual(
      refusedAs("not-found"),
    );
  });

  test("saved by two at once is saved once", async () => {
    const code = await aProgram();
    const saves = await Promise.allSettled([save(code), save(code), save(code)]);
    expect(saves.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
    expect(await db.ruleVersion.count({ where: { programCode: code } })).toBe(1);
    expect(await audited(code)).toBe(2);
  });
});

test("a code of another program is refused, folded too", async () => {
  const names = [{ code: "nalp", name: "A thief", fromOn: "2000-01-01" }];
  const thief = ensureProgram(MACHINE, { code: "THIEF", names }, NOW);
  await expect(thief).rejects.toEqual(refusedAs("conflict"));
  expect(await db.program.findUnique({ where: { code: "THIEF" } })).toBeNull();
  expect(
    await db.programName.count({ where: { fromOn: dateOf("2000-01-01"), code: "nalp" } }),
  ).toBe(0);
});

describe("a new program", () => {
  const aNew = () => ({ code: `N-${randomUUID().slice(0, 8)}`, name: "A new program" });

  test("is found by its code, and the log tells of it", async () => {
    const told = aNew();
    await addProgram(MACHINE, told, NOW);
    expect(await findProgramCode(told.code.toLowerCase())).toBe(told.code);
    expect(await findProgram(told.code, "2026-11-22")).toMatchObject({
      called: { code: told.code, name: "A new program" },
      versions: [],
    });
    expect(await audited(told.code)).toBe(1);
  });

  test("has a code that no program has or had, however it is typed; of two at once one is added", async () => {
    const told = aNew();
    const outcomes = await Promise.allSettled(
      [told, { ...told, code: told.code.toLowerCase() }].map((each) =>
        addProgram(MACHINE, each, NOW),
      ),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const refused = { kind: "conflict", field: "code" };
    await expect(addProgram(MACHINE, told, NOW)).rejects.toMatchObject(refused);
    const former = addProgram(MACHINE, { ...told, code: "NALP" }, NOW);
    await expect(former).rejects.toMatchObject(refused);
    expect((await listPrograms("2026-11-22")).map(({ code }) => code)).not.toContain("NALP");
  });

  test("is an administrator's to add", async () => {
    const told = aNew();
    for (const actor of [await aStaffMember(), ...(await othersThanStaff())]) {
      await expect(addProgram(actor, told, NOW)).rejects.toMatchObject({ kind: "not-found" });
    }
    expect(await findProgramCode(told.code)).toBeNull();
  });

  test.each(["new", "formats", "../x", "A/B", ".", ""])("is never called %o", (code) => {
    expect(addProgramSchema.safeParse({ code, name: "A program" }).success).toBe(false);
  });
});
