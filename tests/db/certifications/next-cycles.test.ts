import { describe, expect, test } from "vitest";
import { dateOf, dayOf } from "@/lib/calendar";
import { openNextCycles } from "@/lib/certifications/commands";
import { listActiveCycles, listCycles } from "@/lib/certifications/queries";
import { db } from "@/lib/db";
import { aCertification, shippedPrograms } from "@/tests/support/a-certification";
import { NOW } from "@/tests/support/a-row";
import { years } from "@/tests/unit/programs/shipped";

await shippedPrograms();

async function startsOf({ id }: { id: string }) {
  const cycles = await db.cycle.findMany({
    where: { certificationId: id },
    orderBy: { startsOn: "asc" },
  });
  return cycles.map(({ startsOn }) => dayOf(startsOn));
}

describe("the next cycle exists", () => {
  test("for ACSM from the day the last one has ended", async () => {
    const held = await aCertification("ACSM-CPT", [years(2024, 2026)]);
    await openNextCycles("2026-12-31", NOW);
    expect(await startsOf(held)).toEqual(["2024-01-01"]);
    await openNextCycles("2027-01-01", NOW);
    expect(await startsOf(held)).toEqual(["2024-01-01", "2027-01-01"]);
  });

  test("for NAAEI from the first day of the year before", async () => {
    const held = await aCertification("CAM", [{ ...years(2026), renewedAt: NOW }]);
    await openNextCycles("2025-12-31", NOW);
    expect(await startsOf(held)).toEqual(["2026-01-01"]);
    await openNextCycles("2026-01-01", NOW);
    expect(await startsOf(held)).toEqual(["2026-01-01", "2027-01-01"]);
  });

  test("once, however often and by however many at once it is opened", async () => {
    const held = await aCertification("CAPS", [{ ...years(2026), renewedAt: NOW }]);
    await Promise.all([1, 2, 3].map(() => openNextCycles("2026-11-21", NOW)));
    expect(await startsOf(held)).toEqual(["2026-01-01", "2027-01-01"]);
    expect(await openNextCycles("2026-11-21", NOW)).toBe(0);
  });

  test("with all that should exist by now, after years away", async () => {
    const held = await aCertification("CAS", [{ ...years(2023), renewedAt: NOW }]);
    await openNextCycles("2026-11-21", NOW);
    expect(await startsOf(held)).toEqual([
      "2023-01-01",
      "2024-01-01",
      "2025-01-01",
      "2026-01-01",
      "2027-01-01",
    ]);
  });

  test("in the grace time of an open one, but not after it has lapsed", async () => {
    const held = await aCertification("ACSM-GEI", [years(2018, 2020)]);
    await openNextCycles("2026-11-21", NOW);
    expect(await startsOf(held)).toEqual(["2018-01-01", "2021-01-01"]);
  });
});

describe("two cycles of one certification never share a day", () => {
  const write = ({ id }: { id: string }, from: string, to: string) =>
    db.cycle.create({
      data: { certificationId: id, startsOn: dateOf(from), endsOn: dateOf(to) },
    });

  test.each([
    ["its last day", "2026-12-31", "2029-12-30"],
    ["its first day", "2021-01-02", "2024-01-01"],
    ["all of it", "2020-01-01", "2030-12-31"],
    ["some of its days", "2025-01-01", "2025-06-30"],
  ])("so none begins or ends within another: %s", async (_what, from, to) => {
    const held = await aCertification("ACSM-CPT", [years(2024, 2026)]);
    await expect(write(held, from, to)).rejects.toThrow("cycles_apart");
    const other = await aCertification("ACSM-EP", [], held.memberId);
    await write(other, from, to);
  });

  test("so of two that are written at once one is refused", async () => {
    const held = await aCertification("ACSM-CPT", [years(2024, 2026)]);
    const written = await Promise.allSettled([
      write(held, "2027-01-01", "2029-12-31"),
      write(held, "2027-02-01", "2030-01-31"),
    ]);
    expect(written.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await startsOf(held)).toHaveLength(2);
  });

  test("and one that begins later is no reason to open the next again", async () => {
    const held = await aCertification("CAPS", [{ ...years(2026), renewedAt: NOW }]);
    await write(held, "2027-02-01", "2028-01-31");
    await Promise.all([1, 2].map(() => openNextCycles("2026-11-21", NOW)));
    expect(await startsOf(held)).toEqual(["2026-01-01", "2027-02-01"]);
  });
});

test("a member's active cycles are those begun and neither renewed nor lapsed, under their names", async () => {
  const { memberId } = await aCertification("ACSM-EP", [
    { ...years(2021, 2023), renewedAt: NOW },
    years(2024, 2026),
  ]);
  await aCertification(
    "CALP",
    [{ ...years(2021), renewedAt: NOW }, years(2027), years(2028)],
    memberId,
  );
  const active = await listActiveCycles(memberId, "2026-11-21");
  expect(active.map(({ called, startsOn }) => [called.code, startsOn])).toEqual([
    ["ACSM-EP", "2024-01-01"],
    ["CALP", "2027-01-01"],
  ]);
  const all = await listCycles(memberId, "2026-11-21");
  expect(all.map(({ called, state }) => [called.code, state])).toEqual([
    ["ACSM-EP", "active"],
    ["ACSM-EP", "renewed"],
    ["CALP", "not begun"],
    ["CALP", "active"],
    ["NALP", "renewed"],
  ]);
});
