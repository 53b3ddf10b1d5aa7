import { expect, test } from "vitest";
import { seedDemo } from "@/prisma/seed/demo";
import { asOwner } from "@/tests/support/audit";
import { countRows, NOW } from "@/tests/support/imports";

const NEXT_DAY = new Date("2026-11-22T10:00:00Z");

test("a demo load that was cut off before its end is repeated, also on another day", async () => {
  await seedDemo(NOW);
  const loaded = await countRows();
  await seedDemo(NEXT_DAY);
  expect(await countRows()).toEqual(loaded);
  await asOwner("DELETE FROM audit_entries WHERE act = 'loaded the demo association'");
  await seedDemo(NEXT_DAY);
  const { audit_entries, ...rows } = await countRows();
  const { audit_entries: _, ...before } = loaded;
  expect(rows).toEqual(before);
});
