import { beforeAll, describe, expect, test } from "vitest";
import { dayOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import { seedDemo } from "@/prisma/seed/demo";
import { ASSOCIATION_FILES, countRows, importPath, NOW } from "@/tests/support/imports";

describe("in the demo association", () => {
  beforeAll(() => seedDemo(NOW));

  test.each(ASSOCIATION_FILES)(
    "%s are taken, and change nothing a second time",
    async (kind, path) => {
      const { refusals, lines } = await importPath(kind, path);
      expect({ refusals, lines: refusals > 0 ? lines : [] }).toEqual({ refusals: 0, lines: [] });
      const before = await countRows();
      expect(await importPath(kind, path)).toMatchObject({ added: 0, changed: 0 });
      expect(await countRows()).toEqual(before);
    },
  );

  test("entries that carry the date of the move carry the one of the settings", async () => {
    const { moveOn } = await db.setting.findUniqueOrThrow({ where: { id: 1 } });
    expect(moveOn && dayOf(moveOn)).toBe("2025-02-22");
    const carried = { reportedOn: moveOn ?? NOW, earnedOn: { lt: moveOn ?? NOW } };
    expect(
      await db.creditEntry.count({ where: { externalId: { startsWith: "L" }, ...carried } }),
    ).toBe(27);
  });
});
