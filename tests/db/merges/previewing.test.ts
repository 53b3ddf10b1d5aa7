import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { aCertification } from "@/tests/support/a-certification";
import { aClaim } from "@/tests/support/a-claim";
import { previewOf, theSameEvent } from "@/tests/support/a-merge";
import { aRenewal } from "@/tests/support/a-renewal";
import { NOW } from "@/tests/support/a-row";
import { anAccount } from "@/tests/support/accounts";

async function partsOf(kept: { id: string }, other: { id: string }) {
  const { parts } = await previewOf(kept, other);
  return new Map(parts.map(({ what, ...part }) => [what, part]));
}

test("a preview counts what hangs on what moves, and the identifiers that change hands", async () => {
  const { id: renewalId, member: other } = await aRenewal("CAM", "CALP");
  const kept = await anAccount({ password: null });
  const told = { part: "credits", kind: "emeritus", reason: "Emeritus.", grantedAt: NOW } as const;
  await db.waiver.create({ data: { renewalId, ...told } });
  await db.batch.create({
    data: {
      renewalId,
      createdAt: NOW,
      versions: { create: { number: 1, attestation: "All.", submittedAt: NOW, lines: [] } },
    },
  });
  const parts = await partsOf(kept, other);
  const lines = await db.invoiceLine.count({ where: { invoice: { renewalId } } });
  for (const [what, moves] of [
    ["Renewals", 1],
    ["Invoices", 1],
    ["Lines of invoices", lines],
    ["Waivers of renewals", 1],
    ["Waivers granted as staff", 0],
    ["Submissions of CECs", 1],
    ["Times they were submitted", 1],
    ["Certifications", 2],
    ["Cycles of certifications", 2],
    ["Numbers, usernames and email addresses that it is found by", 3],
  ] as const) {
    expect([what, parts.get(what)]).toMatchObject([what, { moves, stays: 0 }]);
  }
});

test("certificates stay with the claim that stays, and cycles join the certification that is kept", async () => {
  const claim = await aClaim({ credits: [650], submitted: true });
  const { member: other } = await theSameEvent(claim, [650]);
  await aCertification("CAM", [{ startsOn: "2031-01-01", endsOn: "2031-12-31" }], claim.member.id);
  await aCertification("CAM", [{ startsOn: "2032-01-01", endsOn: "2032-12-31" }], other.id);
  const parts = await partsOf(claim.member, other);
  expect(parts.get("Certificates")).toMatchObject({ moves: 0, stays: 1 });
  expect(parts.get("Versions of certificates")).toMatchObject({ moves: 0, stays: 1 });
  expect(parts.get("Days claimed")).toMatchObject({ moves: 0, stays: 1 });
  expect(parts.get("Cycles of certifications")).toMatchObject({
    moves: 1,
    stays: 0,
    whys: ["1 of them comes under the certification of this record."],
  });
});
