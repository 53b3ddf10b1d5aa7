import { beforeAll, describe, expect, test } from "vitest";
import { reissueCertificate } from "@/lib/certificates/commands";
import { declineRequest } from "@/lib/correction-decisions/commands";
import { findOutcome } from "@/lib/correction-outcomes/queries";
import { requestCorrection } from "@/lib/correction-requests/commands";
import { findThread } from "@/lib/correction-requests/queries";
import { db } from "@/lib/db";
import type { Actor, MemberActor } from "@/lib/members/rules";
import { acceptByReissuing } from "@/lib/reissues/commands";
import { findReissueOfClaim } from "@/lib/reissues/queries";
import { findSettings } from "@/lib/settings/queries";
import { creditsOf, type TestClaim } from "@/tests/support/a-claim";
import { aLockedClaim, CORRECTED_AT } from "@/tests/support/a-correction";
import { NOW } from "@/tests/support/a-row";
import { versionsOf } from "@/tests/support/a-trail";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

const REASON = "The passport says Ångström.";
const LATER = new Date(CORRECTED_AT.getTime() + 60_000);

let staff: MemberActor;
let colleague: MemberActor;

beforeAll(async () => {
  [staff, colleague] = await Promise.all([aStaffMember(), aStaffMember()]);
});

/** A request from the certificate of a claim, whose member's name was put right since. */
async function aMisspelling() {
  const claim = await aLockedClaim();
  const [first] = await versionsOf(claim.id);
  const asked = { registrationId: claim.id, message: "My name is misspelled." };
  const requestId = await requestCorrection(
    claim.actor,
    { ...asked, certificateNumber: first?.certificateNumber },
    NOW,
  );
  return { claim, requestId };
}

const rename = ({ member }: TestClaim, lastName = "Ångström") =>
  db.member.update({ where: { id: member.id }, data: { lastName } });

async function looked(claim: TestClaim) {
  const reissue = await findReissueOfClaim(claim.id, await findSettings(), CORRECTED_AT);
  if (!reissue) throw new Error("This claim has no certificate.");
  return reissue;
}

async function accept(actor: Actor, claim: TestClaim, requestId: string, now = CORRECTED_AT) {
  const { version, seen } = await looked(claim);
  return acceptByReissuing(actor, { requestId, version, seen, reason: REASON }, now);
}

const requestOf = (id: string) => db.correctionRequest.findUniqueOrThrow({ where: { id } });

describe("a request about a claim's certificate", () => {
  test("is accepted by its next version; both sides are mailed what changed, and why", async () => {
    const { claim, requestId } = await aMisspelling();
    await rename(claim);
    expect((await looked(claim)).stated).toContainEqual({
      name: "Name",
      from: "Ada Example",
      to: "Ada Ångström",
    });
    expect(await accept(staff, claim, requestId)).toMatchObject({ version: 2, isNew: true });
    expect(await versionsOf(claim.id)).toMatchObject([
      { version: 1, supersededAt: CORRECTED_AT },
      { version: 2, supersededAt: null, facts: { name: "Ada Ångström", total: 750 } },
    ]);
    expect(await requestOf(requestId)).toMatchObject({
      decision: "accepted",
      decisionNote: REASON,
      decidedById: staff.memberId,
    });
    const mails = await db.message.findMany({
      where: { kind: "correction_decided", text: { contains: requestId } },
    });
    expect(mails.map(({ memberId }) => memberId)).toEqual(
      expect.arrayContaining([claim.member.id, null]),
    );
    for (const { text } of mails) {
      expect(text).toContain("Name: Ada Example became Ada Ångström");
      expect(text).toContain(REASON);
    }
    expect(await creditsOf(claim)).toEqual([650, 100]);
    const thread = await findThread(requestId, claim.member.id);
    expect(thread && (await findOutcome(thread))).toMatchObject({
      changes: [{ name: "Name", from: "Ada Example", to: "Ada Ångström" }],
      certificate: { version: 2 },
    });
    const audit = await db.auditEntry.findFirstOrThrow({
      where: { subjectId: claim.id, act: "reissued a certificate" },
    });
    expect(audit.facts).toMatchObject({ certificate: { version: 2 }, request: requestId });
  });

  test("is accepted once by two at once: one version, and the second is told who came first", async () => {
    const { claim, requestId } = await aMisspelling();
    await rename(claim);
    const outcomes = await Promise.allSettled([
      accept(staff, claim, requestId),
      accept(colleague, claim, requestId),
    ]);
    const refused = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(refused).toMatchObject([
      { kind: "conflict", message: expect.stringMatching(/accepted this request on/) },
    ]);
    expect(await versionsOf(claim.id)).toHaveLength(2);
    expect(
      await db.message.count({ where: { memberId: claim.member.id, kind: "correction_decided" } }),
    ).toBe(1);
  });

  test("is either declined or accepted, never both", async () => {
    const { claim, requestId } = await aMisspelling();
    await rename(claim);
    const outcomes = await Promise.allSettled([
      accept(staff, claim, requestId),
      declineRequest(colleague, { requestId, decisionNote: "It is right." }, CORRECTED_AT),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { decision } = await requestOf(requestId);
    expect(await versionsOf(claim.id)).toHaveLength(decision === "accepted" ? 2 : 1);
  });

  test("is not accepted while nothing would differ, and stays open", async () => {
    const { claim, requestId } = await aMisspelling();
    await expect(accept(staff, claim, requestId)).rejects.toMatchObject({
      kind: "invalid",
      message: expect.stringContaining("Change the record first."),
    });
    expect(await requestOf(requestId)).toMatchObject({ decidedAt: null });
    expect(await versionsOf(claim.id)).toHaveLength(1);
  });

  test("is accepted with the version that a colleague issued since the member asked", async () => {
    const { claim, requestId } = await aMisspelling();
    await rename(claim);
    const input = { registrationId: claim.id, version: 1, reason: "The name was wrong." };
    await reissueCertificate(colleague, input, CORRECTED_AT);
    expect(await accept(staff, claim, requestId, LATER)).toMatchObject({
      version: 2,
      isNew: false,
    });
    expect(await versionsOf(claim.id)).toHaveLength(2);
    const thread = await findThread(requestId, null);
    expect(thread && (await findOutcome(thread))).toMatchObject({
      changes: [{ name: "Name" }],
      certificate: { version: 2 },
    });
  });

  test("is not accepted by what was seen before somebody changed the record again", async () => {
    const { claim, requestId } = await aMisspelling();
    await rename(claim);
    const { version, seen } = await looked(claim);
    await rename(claim, "Angstrom");
    const input = { requestId, version, seen, reason: REASON };
    await expect(acceptByReissuing(staff, input, CORRECTED_AT)).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("was changed meanwhile"),
    });
    await expect(
      acceptByReissuing(staff, { ...input, version: 7 }, CORRECTED_AT),
    ).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("is at version 1 by now"),
    });
    expect(await requestOf(requestId)).toMatchObject({ decidedAt: null });
  });

  test("is not there for others than staff; nobody accepts their own", async () => {
    const { claim, requestId } = await aMisspelling();
    await rename(claim);
    for (const actor of await othersThanStaff()) {
      await expect(accept(actor, claim, requestId)).rejects.toMatchObject({ kind: "not-found" });
    }
    const own: MemberActor = { ...claim.actor, roles: ["staff"] };
    await expect(accept(own, claim, requestId)).rejects.toMatchObject({ kind: "invalid" });
    expect(await versionsOf(claim.id)).toHaveLength(1);
  });
});
