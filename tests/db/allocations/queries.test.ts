import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { findAllocation, previewEntry } from "@/lib/allocations/queries";
import { db } from "@/lib/db";
import { asEntry } from "@/lib/entries/rules";
import { findMarks } from "@/lib/reports/queries";
import { aCertification, shippedPrograms } from "@/tests/support/a-certification";
import { aClaim } from "@/tests/support/a-claim";
import { NOW } from "@/tests/support/a-row";
import { anEntry } from "@/tests/support/an-entry";
import { years } from "@/tests/unit/programs/shipped";

await shippedPrograms();
const TODAY = "2026-11-21";

async function aTrainer() {
  const { memberId, cycles } = await aCertification("ACSM-CPT", [years(2024, 2026)]);
  const cycleId = cycles[0]?.id ?? "";
  const standing = async () => {
    const found = await findAllocation(memberId, cycleId, TODAY);
    if (!found) throw new Error("The trainer has no such cycle.");
    return found;
  };
  return { memberId, cycleId, standing };
}

describe("a member's standing", () => {
  test("shows for each cycle what counts, each line with its entry", async () => {
    const { memberId, standing } = await aTrainer();
    await anEntry({ id: memberId }, { formatName: "Teaching", credits: 700, title: "Anatomy" });
    const { cycle, counted, outstanding, lines } = await standing();
    expect(cycle.called.code).toBe("ACSM-CPT");
    expect([counted, outstanding]).toEqual([500, 4000]);
    expect(lines).toMatchObject([
      {
        counted: 500,
        reason: "yearly maximum",
        entry: { title: "Anatomy", earnedOn: "2026-03-03" },
      },
    ]);
  });

  test("leaves out what is replaced, withdrawn or rejected, and awaits what is not accepted", async () => {
    const { memberId, standing } = await aTrainer();
    const old = await anEntry({ id: memberId }, { title: "Old" });
    await db.creditEntry.update({ where: { id: old.id }, data: { replacedAt: NOW } });
    await anEntry({ id: memberId }, { title: "New", replacesId: old.id, credits: 200 });
    await anEntry({ id: memberId }, { title: "Withdrawn", acceptedAt: null, withdrawnAt: NOW });
    await anEntry({ id: memberId }, { title: "Rejected", acceptedAt: null, rejectedAt: NOW });
    await anEntry({ id: memberId }, { title: "Waiting", acceptedAt: null, credits: 300 });
    const { counted, pending, lines } = await standing();
    expect([counted, pending]).toEqual([200, 300]);
    expect(lines.map(({ entry }) => entry.title)).toEqual(["New", "Waiting"]);
  });

  test("folds titles and providers: a report of what a provider posted is a duplicate", async () => {
    const { memberId, standing } = await aTrainer();
    const name = `Straße ${randomUUID()}`;
    const provider = await db.provider.create({ data: { name, inNetwork: true } });
    await anEntry(
      { id: memberId },
      { providerOther: ` ${name.toUpperCase()}`, title: "Leadership" },
    );
    await anEntry(
      { id: memberId },
      {
        providerId: provider.id,
        title: "LEADERSHIP",
        source: "provider_post",
        reportedOn: "2026-05-01",
      },
    );
    const { lines } = await standing();
    expect(lines.map(({ reason, entry }) => [reason, entry.inNetwork])).toEqual([
      ["duplicate", false],
      ["counted", true],
    ]);
  });

  test("takes a claim's days for the association's own, in-network and never of each other", async () => {
    const claim = await aClaim({ credits: [100, 200] });
    const { memberId, cycles } = await aCertification("CAM", [years(2027)], claim.member.id);
    for (const eventDayId of claim.days) {
      const told = {
        source: "claim",
        registrationId: claim.id,
        eventDayId,
        title: "Convention",
      } as const;
      await anEntry({ id: memberId }, told);
    }
    const standing = await findAllocation(memberId, cycles[0]?.id ?? "", TODAY);
    expect(standing).toMatchObject({
      counted: 200,
      minimums: [{ credits: 500, counted: 200, missing: 300 }],
    });
    expect(standing?.lines[0]?.entry.provider).toBe("The Association");
  });

  test("of one cycle is the member's own alone", async () => {
    const { memberId, cycleId } = await aTrainer();
    expect((await findAllocation(memberId, cycleId, TODAY))?.cycle.id).toBe(cycleId);
    expect(await findAllocation((await aTrainer()).memberId, cycleId, TODAY)).toBeNull();
  });
});

describe("before a report is saved", () => {
  const report = {
    earnedOn: "2026-02-01",
    format: "Teaching",
    credits: 500,
    creditType: "CEC",
    title: "Leadership",
    courseNumber: "",
  };

  const asReported = async () => {
    const named = { providerId: null, providerOther: "Red Cross" };
    return asEntry({ ...report, ...(await findMarks({ ...report, ...named })) }, TODAY);
  };

  test("each cycle says what it will count", async () => {
    const { memberId } = await aTrainer();
    await aCertification("ACSM-EP", [years(2025, 2027)], memberId);
    const { earnedOn } = report;
    await anEntry({ id: memberId }, { earnedOn, formatName: "Teaching", credits: 200 });
    const effects = await previewEntry(memberId, await asReported());
    expect(
      effects.map(({ cycle, line }) => [cycle.programCode, line.counted, line.reason]),
    ).toEqual([
      ["ACSM-CPT", 300, "yearly maximum"],
      ["ACSM-EP", 300, "yearly maximum"],
    ]);
    expect(effects.map(({ before, after }) => [before.counted, after.counted])).toEqual([
      [200, 500],
      [200, 500],
    ]);
  });

  test("the entry that it repeats is named", async () => {
    const { memberId } = await aTrainer();
    const { id } = await anEntry(
      { id: memberId },
      {
        earnedOn: report.earnedOn,
        title: "leadership",
        providerOther: "RED CROSS",
      },
    );
    const [effect] = await previewEntry(memberId, await asReported());
    expect(effect).toMatchObject({ line: { reason: "duplicate" }, repeats: { id } });
  });
});
