import { describe, expect, test } from "vitest";
import { findAllocation } from "@/lib/allocations/queries";
import { dayOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import { aCertification, shippedPrograms } from "@/tests/support/a-certification";
import { anEntry } from "@/tests/support/an-entry";
import { KEPT, NO_PRIVILEGE, refusalOf } from "@/tests/support/as-role";
import {
  anImportedMember,
  aWord,
  countRows,
  creditEntriesFile,
  importPath,
  importText,
  NOW,
  providersFile,
} from "@/tests/support/imports";
import { whileItWaits } from "@/tests/support/while-it-waits";
import { years } from "@/tests/unit/programs/shipped";

await shippedPrograms();

/** A member with one imported entry, and files that say something else of it. */
async function anImported(told: Record<string, string> = {}) {
  const { number, member } = await anImportedMember();
  const external_id = `L${aWord()}`;
  const file = (row: Record<string, string> = {}) =>
    creditEntriesFile({ external_id, member_number: number, ...told, ...row });
  const says = (row?: Record<string, string>) => importText("credit-entries", file(row));
  expect(await says()).toMatchObject({ refusals: 0, added: 1, changed: 0 });
  /** Its rows, the first one first. */
  const rows = () =>
    db.creditEntry.findMany({ where: { memberId: member.id }, orderBy: { id: "asc" } });
  const standing = async () => {
    const found = (await rows()).filter(({ replacedAt }) => !replacedAt);
    expect(found).toHaveLength(1);
    return found[0] ?? expect.fail("Nothing stands.");
  };
  return { number, member, external_id, file, says, rows, standing };
}

/** A correction as staff make it: a new row that replaces the one that stands. */
async function correct(id: string, credits: number, tx: Pick<typeof db, "creditEntry"> = db) {
  await tx.creditEntry.update({ where: { id }, data: { replacedAt: NOW } });
  const old = await tx.creditEntry.findUniqueOrThrow({
    where: { id },
    // The database generates the keys, and a correction is entered as it counts.
    omit: {
      externalKey: true,
      providerOtherKey: true,
      courseNumberKey: true,
      titleKey: true,
      entered: true,
    },
  });
  const row = { id: undefined, externalId: null, replacedAt: null, replacesId: id, credits };
  return tx.creditEntry.create({ data: { ...old, ...row, source: "staff" } });
}

describe("an imported entry", () => {
  test("is accepted and says what the file says", async () => {
    const { standing, external_id } = await anImported({
      date_earned: "2024-01-26",
      date_reported: "2025-02-22",
      credits: " .5",
      course_number: "AP-1",
    });
    const entry = await standing();
    expect(entry).toMatchObject({
      source: "import",
      externalId: external_id,
      formatName: "Live course",
      credits: 50,
      creditTypeName: "CEC",
      courseNumber: "AP-1",
      title: "Strength and Conditioning",
      acceptedAt: NOW,
      createdAt: NOW,
      replacesId: null,
    });
    // Reported on the day of the move, or on any other: the date is the file's.
    expect([entry.earnedOn, entry.reportedOn].map(dayOf)).toEqual(["2024-01-26", "2025-02-22"]);
  });

  test("names a provider of the list, however written, or Other with a name", async () => {
    const name = `Straße ${aWord()}`;
    await importText("providers", providersFile({ provider: name, in_network: "yes" }));
    const provider = await db.provider.findFirstOrThrow({ where: { name } });
    const listed = await anImported({ provider: name.toUpperCase() });
    expect(await listed.standing()).toMatchObject({ providerId: provider.id, providerOther: null });
    const other = await anImported({ provider: 'Other: Local Gym "The Barn", Ltd.' });
    expect(await other.standing()).toMatchObject({
      providerId: null,
      providerOther: 'Local Gym "The Barn", Ltd.',
    });
  });

  test("outside every window is kept, and does not count", async () => {
    const { member } = await anImported({ date_earned: "2019-05-01" });
    const { cycles } = await aCertification("ACSM-CPT", [years(2024, 2026)], member.id);
    const allocation = await findAllocation(member.id, cycles[0]?.id ?? "", "2026-11-21");
    expect(allocation?.lines).toMatchObject([{ counted: 0, reason: "outside the window" }]);
  });

  test("is a source that NAAEI does not accept", async () => {
    const { member } = await anImported();
    const { cycles } = await aCertification("CAM", [years(2027)], member.id);
    const allocation = await findAllocation(member.id, cycles[0]?.id ?? "", "2026-11-21");
    expect(allocation?.lines).toMatchObject([{ counted: 0, reason: "source not accepted" }]);
  });

  test("never changes, by any route", async () => {
    const { standing } = await anImported();
    const { id } = await standing();
    for (const role of ["credence_app", "the owner"] as const) {
      const where = `WHERE id = '${id}'`;
      expect(await refusalOf(role, `UPDATE credit_entries SET credits = 0 ${where}`)).toBe(KEPT);
      expect([KEPT, NO_PRIVILEGE]).toContain(
        await refusalOf(role, `DELETE FROM credit_entries ${where}`),
      );
    }
  });
});

describe("a file that is applied again", () => {
  test("changes nothing, however its key is written", async () => {
    const { says, rows, external_id } = await anImported();
    const before = await rows();
    expect(await says()).toMatchObject({ added: 0, changed: 0 });
    const written = { external_id: ` ${external_id.toLowerCase()}` };
    expect(await says(written)).toMatchObject({ refusals: 0, added: 0, changed: 0 });
    expect(await rows()).toEqual(before);
  });

  test("replaces what it says otherwise by a new row, once", async () => {
    const { says, rows } = await anImported();
    const later = { credits: "4.25", course_number: "AP-7" };
    expect(await says(later)).toMatchObject({ added: 0, changed: 1 });
    const [old, fresh] = await rows();
    expect(old).toMatchObject({ credits: 600, replacedAt: NOW });
    expect(fresh).toMatchObject({
      credits: 425,
      courseNumber: "AP-7",
      replacesId: old?.id,
      replacedAt: null,
      acceptedAt: NOW,
    });
    expect(await says(later)).toMatchObject({ added: 0, changed: 0 });
    expect(await says()).toMatchObject({ changed: 1 });
    expect(await rows()).toHaveLength(3);
  });

  test("tells the audit log from what to what; what people wrote can be erased from it", async () => {
    const { says, standing } = await anImported();
    await says({ credits: "4", course_name: "Ethics", provider: "Other: City  Gym 2" });
    const { id, replacesId } = await standing();
    const told = await db.auditEntry.findMany({
      where: { subjectId: id },
      include: { values: { orderBy: { name: "asc" } } },
    });
    expect(told).toMatchObject([
      {
        act: "changed by import",
        subject: "entry",
        facts: { replaces: replacesId, credits: { from: 600, to: 400 } },
        values: [
          { name: "provider", value: { from: "City Gym", to: "City Gym 2" } },
          { name: "title", value: { from: "Strength and Conditioning", to: "Ethics" } },
        ],
      },
    ]);
  });

  test("leaves a correction by staff as it is, until the file says something new", async () => {
    const { says, rows, standing } = await anImported();
    const correction = await correct((await standing()).id, 300);
    expect(await says()).toMatchObject({ refusals: 0, added: 0, changed: 0 });
    expect(await standing()).toMatchObject({ id: correction.id, credits: 300 });
    expect(await says({ credits: "5" })).toMatchObject({ added: 0, changed: 1 });
    expect(await standing()).toMatchObject({ credits: 500, replacesId: correction.id });
    expect(await rows()).toHaveLength(3);
  });

  test("keeps the mark that it is no duplicate, unless it is of something else now", async () => {
    const { says, standing } = await anImported();
    const { id } = await standing();
    await db.creditEntry.update({ where: { id }, data: { notDuplicateAt: NOW } });
    await says({ credits: "5" });
    expect(await standing()).toMatchObject({ credits: 500, notDuplicateAt: NOW });
    await says({ credits: "5", course_number: "AP-9" });
    expect(await standing()).toMatchObject({ courseNumber: "AP-9", notDuplicateAt: null });
  });
});

describe("a key", () => {
  test("never changes its owner, not even when a correction stands in its place", async () => {
    const { says, standing, external_id } = await anImported();
    const { number } = await anImportedMember();
    const refusal = `line 2, column external_id: ${external_id} is an entry of another member; a key never changes its owner.`;
    expect((await says({ member_number: number })).lines).toEqual([refusal]);
    await correct((await standing()).id, 300);
    expect((await says({ member_number: number })).lines).toEqual([refusal]);
  });

  test("of an entry that came in otherwise is refused", async () => {
    const { number, member } = await anImportedMember();
    const externalId = aWord();
    await anEntry(member, { externalId, source: "staff" });
    const file = creditEntriesFile({ external_id: externalId, member_number: number });
    expect((await importText("credit-entries", file)).lines).toEqual([
      `line 2, column external_id: ${externalId} is the key of an entry that was not imported. Give this one another.`,
    ]);
  });
});

test("every fault of a file is named, and nothing is written", async () => {
  const { number } = await anImportedMember();
  const key = aWord();
  const row = (told: Record<string, string>) => ({
    external_id: aWord(),
    member_number: number,
    ...told,
  });
  const before = await countRows();
  const { lines } = await importText(
    "credit-entries",
    creditEntriesFile(
      row({ external_id: key }),
      row({ external_id: key.toLowerCase() }),
      row({ member_number: "nobody" }),
      row({ format: "Dancing" }),
      row({ credit_type: "Points" }),
      row({ provider: "Nowhere College" }),
      row({ provider: "Other:" }),
      row({ provider: "Other" }),
      row({ credits: "6.10" }),
      row({ credits: "6,5" }),
      row({ credits: "-1" }),
      row({ credits: "1000" }),
      row({ credits: "" }),
      row({ date_earned: "2026-02-30", date_reported: "22.2.2025" }),
      row({ course_name: "", provider: "" }),
    ),
  );
  const amount = "Enter the credits as a number with at most two decimals, such as 6.5.";
  const day = "There is no such date; write it as 2025-03-29.";
  const empty = "This cell may not be empty.";
  expect(lines).toEqual([
    "line 3, column external_id: This repeats line 2. Leave one of them out.",
    "line 4, column member_number: There is no member with the number nobody. Import the member first.",
    "line 5, column format: There is no format Dancing. Known are Live course, Online course, College course, Conference, Teaching, Volunteering, CPR/first aid, Reading, Other, Committee, Expo class.",
    expect.stringMatching("^line 6, column credit_type: There is no credit type Points. Known are"),
    "line 7, column provider: There is no provider Nowhere College. Import it first, or write Other: and its name.",
    "line 8, column provider: Write the provider's name after Other:, such as Other: City Gym.",
    "line 9, column provider: There is no provider Other. Import it first, or write Other: and its name.",
    "line 10, column credits: CEC goes in steps of 0.25. Enter 6.00 or 6.25.",
    `line 11, column credits: ${amount}`,
    `line 12, column credits: ${amount}`,
    "line 13, column credits: Enter at most 999.99 credits.",
    `line 14, column credits: ${empty}`,
    `line 15, column date_earned: ${day}`,
    `line 15, column date_reported: ${day}`,
    `line 16, column provider: ${empty}`,
    `line 16, column course_name: ${empty}`,
  ]);
  expect(await countRows()).toEqual(before);
});

describe("at once", () => {
  test("two imports of a file add its entries once", async () => {
    const { number } = await anImportedMember();
    const keys = Array.from({ length: 100 }, aWord);
    const file = creditEntriesFile(
      ...keys.map((external_id) => ({ external_id, member_number: number })),
    );
    const outcomes = await Promise.all([
      importText("credit-entries", file),
      importText("credit-entries", file),
    ]);
    expect(outcomes.map(({ added }) => added).sort()).toEqual([0, 100]);
  });

  test("two files that change an entry replace it one after the other", async () => {
    const { says, rows, standing } = await anImported();
    const outcomes = await Promise.all([says({ credits: "1" }), says({ credits: "2" })]);
    expect(outcomes).toMatchObject([{ changed: 1 }, { changed: 1 }]);
    const [, second, third] = await rows();
    expect(await standing()).toMatchObject({ id: third?.id, replacesId: second?.id });
  });

  test("a file replaces the correction that staff are just making, not what it corrects", async () => {
    const { says, rows, standing } = await anImported();
    const { id } = await standing();
    let corrected = "";
    const outcome = await whileItWaits(
      async (tx) => {
        corrected = (await correct(id, 300, tx)).id;
      },
      () => says({ credits: "5" }),
    );
    expect(outcome).toMatchObject({ refusals: 0, added: 0, changed: 1 });
    expect(await standing()).toMatchObject({ credits: 500, replacesId: corrected });
    expect(await rows()).toHaveLength(3);
  });
});

test("the association's entries are there once", async () => {
  await importPath("members", "prisma/seed/members.csv");
  await importPath("providers", "tests/data/providers.csv");
  const path = "tests/data/credit-entries.csv";
  expect(await importPath("credit-entries", path)).toMatchObject({ refusals: 0, added: 90 });
  const before = await countRows();
  expect(await importPath("credit-entries", path)).toMatchObject({ added: 0, changed: 0 });
  expect(await countRows()).toEqual(before);
  const own = await db.creditEntry.findMany({ where: { providerOther: { startsWith: "Local" } } });
  expect(new Set(own.map(({ providerOther }) => providerOther))).toEqual(
    new Set(['Local Gym "The Barn", Ltd.']),
  );
});
