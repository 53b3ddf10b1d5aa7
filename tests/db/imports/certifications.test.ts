import { describe, expect, test } from "vitest";
import { dayOf } from "@/lib/calendar";
import { openNextCycles } from "@/lib/certifications/commands";
import { listActiveCycles } from "@/lib/certifications/queries";
import { db } from "@/lib/db";
import { findVersionFor } from "@/lib/programs/queries";
import { shippedPrograms } from "@/tests/support/a-certification";
import {
  anImportedMember,
  aWord,
  certificationsFile,
  countRows,
  importPath,
  importText,
  NOW,
} from "@/tests/support/imports";
import { whileItWaits } from "@/tests/support/while-it-waits";

await shippedPrograms();

type Told = [program: string, start: string, end?: string];

/** A member, and files of cycles of theirs. */
async function aHolder() {
  const { number, member } = await anImportedMember();
  const file = (...rows: Told[]) =>
    certificationsFile(
      ...rows.map(([program, cycle_start, cycle_end]) => ({
        member_number: number,
        program,
        cycle_start,
        ...(cycle_end && { cycle_end }),
      })),
    );
  const holds = (...rows: Told[]) => importText("certifications", file(...rows));
  const cycles = async () => {
    const found = await db.cycle.findMany({
      where: { certification: { memberId: member.id } },
      orderBy: [{ certification: { programCode: "asc" } }, { startsOn: "asc" }],
      include: { certification: true },
    });
    return found.map(({ certification, startsOn, endsOn, renewedAt }) =>
      [
        certification.programCode,
        dayOf(startsOn),
        dayOf(endsOn),
        renewedAt ? "renewed" : "open",
      ].join(" "),
    );
  };
  const auditsOf = async (startsOn: string) => {
    const { id } = await db.cycle.findFirstOrThrow({
      where: { certification: { memberId: member.id }, startsOn: new Date(startsOn) },
    });
    return db.auditEntry.findMany({ where: { subject: "cycle", subjectId: id } });
  };
  return { number, member, file, holds, cycles, auditsOf };
}

describe("a cycle that falls due on its first day", () => {
  test("is already renewed, under the rules in force then, and the next one is open", async () => {
    const { member, holds, cycles } = await aHolder();
    expect(await holds(["CAM", "2026-01-01"])).toMatchObject({ refusals: 0, added: 1 });
    expect(await cycles()).toEqual([
      "CAM 2026-01-01 2026-12-31 renewed",
      "CAM 2027-01-01 2027-12-31 open",
    ]);
    const version = await findVersionFor("CAM", { startsOn: "2026-01-01", endsOn: "2026-12-31" });
    const held = await db.cycle.findFirst({
      where: { certification: { memberId: member.id }, renewedAt: { not: null } },
    });
    expect(held).toMatchObject({ renewedAt: NOW, ruleVersionId: version?.id });
  });

  test("keeps the rules of its year, which are others later", async () => {
    const { member, holds } = await aHolder();
    await holds(["CAM", "2021-01-01"], ["CAM", "2022-01-01"]);
    const cycles = await db.cycle.findMany({
      where: { certification: { memberId: member.id }, renewedAt: { not: null } },
      orderBy: { startsOn: "asc" },
      include: { ruleVersion: true },
    });
    expect(cycles.map(({ ruleVersion }) => ruleVersion && dayOf(ruleVersion.fromOn))).toEqual([
      "2021-01-01",
      "2022-01-01",
    ]);
  });

  test("and had been opened by itself is renewed when a file names it", async () => {
    const { holds, cycles, auditsOf } = await aHolder();
    await holds(["CAS", "2026-01-01"]);
    expect(await holds(["CAS", "2027-01-01"])).toMatchObject({ added: 0, changed: 1 });
    expect(await cycles()).toEqual([
      "CAS 2026-01-01 2026-12-31 renewed",
      "CAS 2027-01-01 2027-12-31 renewed",
    ]);
    expect(await auditsOf("2027-01-01")).toMatchObject([
      { facts: { renewed_at: { from: null }, rule_version_id: { from: null } } },
    ]);
    expect(await holds(["CAS", "2027-01-01"])).toMatchObject({ added: 0, changed: 0 });
  });

  test("is left as it is by a file that names an earlier one only", async () => {
    const { holds, cycles } = await aHolder();
    await holds(["CAPS", "2026-01-01"]);
    expect(await holds(["CAPS", "2026-01-01"])).toMatchObject({ added: 0, changed: 0 });
    expect(await cycles()).toContain("CAPS 2027-01-01 2027-12-31 open");
  });
});

describe("a cycle that falls due after its end", () => {
  const first: Told = ["ACSM-EP", "2023-01-01", "2025-12-31"];
  const second: Told = ["ACSM-EP", "2026-01-01", "2028-12-31"];
  const renewed = ["ACSM-EP 2023-01-01 2025-12-31 renewed", "ACSM-EP 2026-01-01 2028-12-31 open"];

  test("is open, and its member gathers credit for it", async () => {
    const { member, holds, cycles } = await aHolder();
    await holds(second);
    expect(await cycles()).toEqual(["ACSM-EP 2026-01-01 2028-12-31 open"]);
    expect(await listActiveCycles(member.id, "2026-11-21")).toHaveLength(1);
  });

  test.each([
    ["the same file, after it", [[first, second]]],
    ["the same file, before it", [[second, first]]],
    ["a later file", [[first], [second]]],
    ["an earlier file", [[second], [first]]],
  ])("is renewed when a later one is held by %s", async (_, files) => {
    const { holds, cycles } = await aHolder();
    for (const rows of files) {
      const { refusals, added, changed } = await holds(...rows);
      expect({ refusals, isApplied: added + changed > 0 }).toEqual({
        refusals: 0,
        isApplied: true,
      });
    }
    expect(await cycles()).toEqual(renewed);
    for (const rows of files) expect(await holds(...rows)).toMatchObject({ added: 0, changed: 0 });
    expect(await cycles()).toEqual(renewed);
  });

  test("is not renewed because the next one was opened by itself", async () => {
    const { holds, cycles } = await aHolder();
    await holds(first);
    const open = ["ACSM-EP 2023-01-01 2025-12-31 open", "ACSM-EP 2026-01-01 2028-12-31 open"];
    expect(await cycles()).toEqual(open);
    expect(await holds(first)).toMatchObject({ added: 0, changed: 0 });
    expect(await cycles()).toEqual(open);
  });

  test("of another program says nothing", async () => {
    const { holds, cycles } = await aHolder();
    await holds(["ACSM-CPT", "2024-01-01", "2026-12-31"], second);
    expect(await cycles()).toEqual([
      "ACSM-CPT 2024-01-01 2026-12-31 open",
      "ACSM-EP 2026-01-01 2028-12-31 open",
    ]);
  });

  test("may get another end, which is audited", async () => {
    const { holds, cycles, auditsOf } = await aHolder();
    await holds(second);
    expect(await holds(["ACSM-EP", "2026-01-01", "2028-06-30"])).toMatchObject({ changed: 1 });
    expect(await cycles()).toEqual(["ACSM-EP 2026-01-01 2028-06-30 open"]);
    expect(await auditsOf("2026-01-01")).toMatchObject([
      { facts: { ends_on: { from: "2028-12-31", to: "2028-06-30" } } },
    ]);
  });
});

describe("NALP and CALP", () => {
  test("are one program, however they are written", async () => {
    const { holds, cycles } = await aHolder();
    await holds(["NALP", "2026-01-01"]);
    expect(await holds(["calp", "2026-01-01"])).toMatchObject({ added: 0, changed: 0 });
    expect(await cycles()).toEqual([
      "CALP 2026-01-01 2026-12-31 renewed",
      "CALP 2027-01-01 2027-12-31 open",
    ]);
  });

  test("may not both stand in a file for one cycle", async () => {
    const { holds, cycles } = await aHolder();
    const { lines } = await holds(["NALP", "2026-01-01"], ["CALP", "2026-01-01"]);
    expect(lines).toEqual([
      "line 3, column cycle_start: This repeats line 2. Leave one of them out.",
    ]);
    expect(await cycles()).toEqual([]);
  });
});

describe("a file is refused whole", () => {
  test("naming every fault: whom, what and which dates", async () => {
    const { number } = await aHolder();
    const before = await countRows();
    const unknown = aWord();
    const rows = certificationsFile(
      { member_number: unknown, program: "CAM", cycle_start: "2026-01-01" },
      { member_number: number, program: "CAMEL", cycle_start: "2026-01-01" },
      { member_number: number, program: "CAM", cycle_start: "2026-02-30", cycle_end: "" },
      { member_number: number, program: "CAM", cycle_start: "2026-01-01", cycle_end: "2025-12-31" },
      { member_number: "", program: "", cycle_start: "2026-01-01" },
    );
    const { lines } = await importText("certifications", rows);
    const day = "There is no such date; write it as 2025-03-29.";
    expect(lines).toEqual([
      `line 2, column member_number: There is no member with the number ${unknown}. Import the member first.`,
      expect.stringMatching("^line 3, column program: There is no program CAMEL. Known are ACSM-C"),
      `line 4, column cycle_start: ${day}`,
      `line 4, column cycle_end: ${day}`,
      "line 5, column cycle_end: The cycle has to end after it starts, on 2026-01-01.",
      "line 6, column member_number: This cell may not be empty.",
      "line 6, column program: This cell may not be empty.",
    ]);
    expect(await countRows()).toEqual(before);
  });

  test("when two of its cycles overlap, naming the line of the first", async () => {
    const { holds } = await aHolder();
    const { lines } = await holds(
      ["ACSM-CPT", "2026-06-01", "2029-05-31"],
      ["ACSM-CPT", "2024-01-01", "2026-12-31"],
      ["ACSM-EP", "2024-01-01", "2026-12-31"],
    );
    expect(lines).toEqual([
      "line 3, column cycle_start: This overlaps the cycle of line 2, from 2026-06-01 to 2029-05-31.",
    ]);
  });

  test("when a cycle overlaps one that the member holds", async () => {
    const { holds, cycles } = await aHolder();
    await holds(["ACSM-GEI", "2024-01-01", "2026-12-31"]);
    const { lines } = await holds(["ACSM-GEI", "2026-12-31", "2029-12-30"]);
    expect(lines).toEqual([
      "line 2, column cycle_start: This overlaps a cycle that the member holds already, from 2024-01-01 to 2026-12-31.",
    ]);
    expect(await holds(["ACSM-GEI", "2027-01-01", "2029-12-31"])).toMatchObject({ refusals: 0 });
    expect(await cycles()).toEqual([
      "ACSM-GEI 2024-01-01 2026-12-31 renewed",
      "ACSM-GEI 2027-01-01 2029-12-31 open",
    ]);
  });

  test("but a cycle may be shortened so that another fits", async () => {
    const { holds, cycles } = await aHolder();
    await holds(["ACSM-CEP", "2024-01-01", "2026-12-31"]);
    const both = await holds(
      ["ACSM-CEP", "2026-01-01", "2028-12-31"],
      ["ACSM-CEP", "2024-01-01", "2025-12-31"],
    );
    expect(both).toMatchObject({ refusals: 0, added: 1, changed: 1 });
    expect(await cycles()).toEqual([
      "ACSM-CEP 2024-01-01 2025-12-31 renewed",
      "ACSM-CEP 2026-01-01 2028-12-31 open",
    ]);
  });

  test("when no rules say when its cycle falls due", async () => {
    const code = `P-${aWord()}`;
    const names = [{ code, name: "Program without rules", fromOn: new Date("2020-01-01") }];
    await db.program.create({ data: { code, names: { create: names } } });
    const { holds } = await aHolder();
    expect((await holds([code, "2026-01-01"])).lines).toEqual([
      `line 2, column program: No rules of ${code} are in force on the date on which this cycle falls due. Load them first.`,
    ]);
  });
});

test("a dry run opens nothing", async () => {
  const { file, cycles } = await aHolder();
  const dry = await importText("certifications", file(["AIME", "2026-01-01"]), { isDryRun: true });
  expect(dry).toMatchObject({ refusals: 0, added: 1 });
  expect(await cycles()).toEqual([]);
});

describe("at once", () => {
  test("two imports add a cycle once, and so does the opening of the next", async () => {
    const { file, cycles } = await aHolder();
    const rows = file(["CAMT", "2026-01-01"], ["ACSM-EP", "2023-01-01", "2025-12-31"]);
    const outcomes = await Promise.all([
      importText("certifications", rows),
      importText("certifications", rows),
      openNextCycles("2026-11-21", NOW),
    ]);
    expect(
      outcomes
        .slice(0, 2)
        .map((outcome) => Object(outcome).added)
        .sort(),
    ).toEqual([0, 2]);
    expect(await cycles()).toEqual([
      "ACSM-EP 2023-01-01 2025-12-31 open",
      "ACSM-EP 2026-01-01 2028-12-31 open",
      "CAMT 2026-01-01 2026-12-31 renewed",
      "CAMT 2027-01-01 2027-12-31 open",
    ]);
  });

  test("a cycle that is just being opened is taken over, not added again", async () => {
    const { member, holds, cycles } = await aHolder();
    await holds(["CAM", "2025-01-01"]);
    const { id } = await db.certification.findFirstOrThrow({ where: { memberId: member.id } });
    const [startsOn, endsOn] = [new Date("2028-01-01"), new Date("2028-12-31")];
    const outcome = await whileItWaits(
      async (tx) => {
        await tx.cycle.create({ data: { certificationId: id, startsOn, endsOn } });
      },
      () => holds(["CAM", "2028-01-01"]),
    );
    expect(outcome).toMatchObject({ refusals: 0, added: 0, changed: 1 });
    expect(await cycles()).toContain("CAM 2028-01-01 2028-12-31 renewed");
  });

  test("a cycle that overlaps one which is just being written is refused by its line", async () => {
    const { member, holds, cycles } = await aHolder();
    await holds(["CAM", "2025-01-01"]);
    const { id } = await db.certification.findFirstOrThrow({ where: { memberId: member.id } });
    const [startsOn, endsOn] = [new Date("2028-02-01"), new Date("2029-01-31")];
    const outcome = await whileItWaits(
      async (tx) => {
        await tx.cycle.create({ data: { certificationId: id, startsOn, endsOn } });
      },
      () => holds(["CAM", "2028-01-01"]),
    );
    expect(outcome).toMatchObject({ refusals: 1, added: 0, changed: 0 });
    expect(await cycles()).not.toContain("CAM 2028-01-01 2028-12-31 renewed");
  });

  test("a cycle that is just being renewed keeps when and under which rules it was", async () => {
    const { member, holds } = await aHolder();
    const first: Told = ["ACSM-EP", "2023-01-01", "2025-12-31"];
    await holds(first);
    const where = { certification: { memberId: member.id }, startsOn: new Date("2023-01-01") };
    const renewedAt = new Date("2026-11-20T10:00:00Z");
    await whileItWaits(
      async (tx) => {
        await tx.cycle.updateMany({ where, data: { renewedAt } });
      },
      () => holds(["ACSM-EP", "2026-01-01", "2028-12-31"]),
    );
    expect(await db.cycle.findFirst({ where })).toMatchObject({ renewedAt, ruleVersionId: null });
  });
});

test("the association's certifications are there once, with their next cycles", async () => {
  await importPath("members", "prisma/seed/members.csv");
  const path = "tests/data/certifications.csv";
  expect(await importPath("certifications", path)).toMatchObject({ refusals: 0, added: 15 });
  const before = await countRows();
  expect(await importPath("certifications", path)).toMatchObject({ added: 0, changed: 0 });
  expect(await countRows()).toEqual(before);
});
