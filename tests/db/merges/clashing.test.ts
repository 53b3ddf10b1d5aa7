import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { issueInvoices } from "@/lib/invoices/commands";
import { settleRenewals } from "@/lib/renewals/commands";
import { aCertification } from "@/tests/support/a-certification";
import { aClaim } from "@/tests/support/a-claim";
import { merge, previewOf, theSameEvent } from "@/tests/support/a-merge";
import { aRenewal, INVOICED_AT, INVOICED_ON } from "@/tests/support/a-renewal";
import { NOW } from "@/tests/support/a-row";
import { anAccount } from "@/tests/support/accounts";
import { importText } from "@/tests/support/imports";
import { anAdministrator } from "@/tests/support/staff";

const year = (y: number) => ({ startsOn: `${y}-01-01`, endsOn: `${y}-12-31` });

test("where both have claimed one event alike, the claim of the kept record stands", async () => {
  const kept = await aClaim({ credits: [650], submitted: true });
  const other = await theSameEvent(kept, [650]);
  const { parts } = await previewOf(kept.member, other.member);
  expect(parts.find(({ table }) => table === "registrations")).toMatchObject({
    moves: 0,
    stays: 1,
    whys: [expect.stringMatching(/The claim of this record stands/)],
  });
  expect(parts.find(({ table }) => table === "credit_entries")).toMatchObject({ stays: 1 });
  await merge(await anAdministrator(), kept.member, other.member);
  const counted = await db.creditEntry.findMany({ where: { memberId: kept.member.id } });
  expect(counted.map(({ credits }) => credits)).toEqual([650]);
  const left = await db.registration.findMany({ where: { memberId: other.member.id } });
  expect(left.map(({ id }) => id)).toEqual([other.id]);
});

test("where they have claimed differently, the merge is refused and changes nothing", async () => {
  const kept = await aClaim({ credits: [650], submitted: true });
  const other = await theSameEvent(kept, [500]);
  const merging = merge(await anAdministrator(), kept.member, other.member);
  await expect(merging).rejects.toThrow(/6.50 here and 5.00 on the other/);
  expect(await db.member.findUnique({ where: { id: other.member.id } })).toMatchObject({
    mergedIntoId: null,
    retiredAt: null,
  });
});

test("two renewals of one day for two credentials stand beside each other, each with its invoice", async () => {
  const [kept, other] = [await aRenewal("CAM"), await aRenewal("CAPS")];
  await merge(await anAdministrator(), kept.member, other.member);
  const renewals = await db.renewal.findMany({
    where: { memberId: kept.member.id },
    orderBy: { beside: "asc" },
    include: { cycles: { include: { certification: true } }, invoices: true },
  });
  expect(renewals.map(({ id, beside }) => [id, beside])).toEqual([
    [kept.id, 0],
    [other.id, 1],
  ]);
  for (const { cycles, invoices, unsettled } of renewals) {
    expect(cycles.map(({ certification }) => certification.memberId)).toEqual([kept.member.id]);
    expect([invoices.length, unsettled]).toEqual([1, true]);
  }
  // The worker looks at both and finds nothing to complain of; nothing is invoiced twice.
  await settleRenewals(NOW);
  await issueInvoices(INVOICED_ON, INVOICED_AT);
  expect(await db.renewal.count({ where: { memberId: kept.member.id } })).toBe(2);
});

test("one credential in both: cycles that the kept record lacks join it, the same one stays", async () => {
  const [kept, other] = [await aRenewal("CAM"), await aRenewal("CAM")];
  const where = { memberId: other.member.id };
  const { id: certificationId } = await db.certification.findFirstOrThrow({ where });
  const dates = { startsOn: new Date("2026-01-01"), endsOn: new Date("2026-12-31") };
  const earlier = await db.cycle.create({ data: { certificationId, ...dates, renewedAt: NOW } });
  await merge(await anAdministrator(), kept.member, other.member);
  const own = await db.certification.findMany({
    where: { memberId: kept.member.id },
    include: { cycles: { orderBy: { startsOn: "asc" } } },
  });
  expect(own).toHaveLength(1);
  expect(own[0]?.cycles.map(({ id, renewalId }) => [id === earlier.id, renewalId])).toEqual([
    [true, null],
    [false, kept.id],
  ]);
  expect(await db.renewal.findMany({ where })).toMatchObject([{ id: other.id }]);
  await issueInvoices(INVOICED_ON, INVOICED_AT);
  expect(await db.renewal.count({ where })).toBe(1);
});

test("an open request about a claim that would stay has to be decided first", async () => {
  const kept = await aClaim({ credits: [650], submitted: true });
  const other = await theSameEvent(kept, [650]);
  await db.correctionRequest.create({
    data: {
      registrationId: other.id,
      memberId: other.member.id,
      message: "It was 6.00.",
      requestedAt: NOW,
    },
  });
  const merging = merge(await anAdministrator(), kept.member, other.member);
  await expect(merging).rejects.toThrow("Decide it first");
});

test("files that name the old number reach the kept record, or say what became of it", async () => {
  const [kept, other] = [await anAccount({ password: null }), await anAccount({ password: null })];
  await aRenewal("CAM");
  await aCertification("CAPS", [year(2027)], other.id);
  await merge(await anAdministrator(), kept, other);
  const row = `${other.memberNumber},CAM,2027-01-01,2027-12-31`;
  const file = `member_number,program,cycle_start,cycle_end\n${row}\n`;
  expect(await importText("certifications", file)).toMatchObject({ refusals: 0 });
  const held = await db.certification.findMany({ where: { memberId: kept.id } });
  expect(held.map(({ programCode }) => programCode).toSorted()).toEqual(["CAM", "CAPS"]);
  const columns =
    "member_number,username,email,first_name,last_name,suffix,profession,birth_month_day,licence_state,reporting_consent,status";
  const line = (number: string | null, email: string) =>
    `${number},,${email},Ada,Example,,,,,,active`;
  const { lines } = await importText(
    "members",
    `${columns}\n${line(kept.memberNumber, kept.email)}\n${line(other.memberNumber, `new.${other.email}`)}\n`,
  );
  expect(lines.join("\n")).toContain(
    `${other.memberNumber} is the number of a record that was merged into ${kept.memberNumber}. Leave this line out, or use that number.`,
  );
  const third = await anAccount({ password: null });
  const taken = await importText(
    "members",
    `${columns}\n${line(kept.memberNumber, kept.email)}\n${line(third.memberNumber, other.email)}\n`,
  );
  expect(taken.lines.join("\n")).toContain("belongs to another member");
});
