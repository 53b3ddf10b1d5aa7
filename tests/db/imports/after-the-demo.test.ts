import { beforeAll, describe, expect, test } from "vitest";
import { dayOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import { seedDemo } from "@/prisma/seed/demo";
import { countRows, importPath, NOW } from "@/tests/support/imports";

const files = [
  ["members", "prisma/seed/members.csv"],
  ["events", "tests/data/events.csv"],
  ["event-days", "tests/data/event-days.csv"],
  ["designations", "tests/data/designations.csv"],
  ["registrations", "tests/data/registrations.csv"],
  ["providers", "tests/data/providers.csv"],
  ["certifications", "tests/data/certifications.csv"],
  ["credit-entries", "tests/data/credit-entries.csv"],
] as const;

describe("in the demo association", () => {
  beforeAll(() => seedDemo(NOW));

  test.each(files)("%s are taken, and change nothing a second time", async (kind, path) => {
    const { refusals, lines } = await importPath(kind, path);
    expect({ refusals, lines: refusals > 0 ? lines : [] }).toEqual({ refusals: 0, lines: [] });
    const before = await countRows();
    expect(await importPath(kind, path)).toMatchObject({ added: 0, changed: 0 });
    expect(await countRows()).toEqual(before);
  });

  test("entries that carry the date of the move carry the one of the settings", async () => {
    const { moveOn } = await db.setting.findUniqueOrThrow({ where: { id: 1 } });
    expect(moveOn && dayOf(moveOn)).toBe("2025-02-22");
    const carried = { reportedOn: moveOn ?? NOW, earnedOn: { lt: moveOn ?? NOW } };
    expect(
      await db.creditEntry.count({ where: { externalId: { startsWith: "L" }, ...carried } }),
    ).toBe(27);
  });
});
