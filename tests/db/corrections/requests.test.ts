import { randomUUID } from "node:crypto";
import { v7 as newId } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { declineRequest } from "@/lib/correction-decisions/commands";
import { requestCorrection } from "@/lib/correction-requests/commands";
import { findThread, listQueue, listRequestsOf } from "@/lib/correction-requests/queries";
import { db } from "@/lib/db";
import type { MemberActor } from "@/lib/members/rules";
import { creditsOf, type TestClaim } from "@/tests/support/a-claim";
import { aLockedClaim, CORRECTED_AT, REASON } from "@/tests/support/a-correction";
import { aNote, aRequest, correctAtDesk, WISH } from "@/tests/support/a-request";
import { NOW } from "@/tests/support/a-row";
import { versionsOf } from "@/tests/support/a-trail";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { KEPT, NO_PRIVILEGE, refusalOf, TAKEN } from "@/tests/support/as-role";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

let staff: MemberActor;
let colleague: MemberActor;

beforeAll(async () => {
  [staff, colleague] = await Promise.all([aStaffMember(), aStaffMember()]);
});

const mailsOf = (memberId: string | null, kind: "correction_noted" | "correction_decided") =>
  db.message.findMany({ where: { memberId, kind }, orderBy: { id: "asc" } });
const requestOf = (id: string) => db.correctionRequest.findUniqueOrThrow({ where: { id } });
const decline = (actor: MemberActor, requestId: string, decisionNote = "The sheet says 6.50.") =>
  declineRequest(actor, { requestId, decisionNote }, CORRECTED_AT);
const refusals = (outcomes: readonly PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));

describe("a member's request", () => {
  test("that is sent twice at once is one; its member hears that it arrived", async () => {
    const claim = await aLockedClaim();
    const [one, two] = await Promise.all([aRequest(claim), aRequest(claim)]);
    expect(one).toBe(two);
    expect(await listRequestsOf(claim.member.id)).toMatchObject([{ id: one, state: "open" }]);
    expect(await mailsOf(claim.member.id, "correction_noted")).toMatchObject([
      { toAddress: claim.member.email, text: expect.stringContaining(WISH) },
    ]);
  });

  test("about what is asked already is refused, and leads to the open one", async () => {
    const claim = await aLockedClaim();
    const id = await aRequest(claim);
    await expect(aRequest(claim, "And day 2.")).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringMatching(/You asked for this on .* Add a note there\./),
    });
    await decline(staff, id);
    expect(await aRequest(claim, "And day 2.")).not.toBe(id);
  });

  test("from the certificate keeps its number, and no other's", async () => {
    const [claim, other] = await Promise.all([aLockedClaim(), aLockedClaim()]);
    const [theirs] = await versionsOf(other.id);
    const [own] = await versionsOf(claim.id);
    const ask = (certificateNumber: string | undefined) =>
      requestCorrection(
        claim.actor,
        { registrationId: claim.id, certificateNumber, message: WISH },
        NOW,
      );
    await expect(ask(theirs?.certificateNumber)).rejects.toMatchObject({ kind: "not-found" });
    const id = await ask(own?.certificateNumber);
    expect(await requestOf(id)).toMatchObject({ certificateNumber: own?.certificateNumber });
  });
});

describe("the thread", () => {
  test("takes notes of both sides, each of which is mailed to the other", async () => {
    const claim = await aLockedClaim();
    const id = await aRequest(claim);
    await aNote(staff, id, "Which session?");
    await aNote(claim.actor, id, "The evening one.");
    const thread = await findThread(id, claim.member.id);
    expect(thread?.notes).toMatchObject([
      { text: "Which session?", authorId: staff.memberId },
      { text: "The evening one.", authorId: claim.member.id },
    ]);
    const [, asked] = await mailsOf(claim.member.id, "correction_noted");
    expect(asked?.text).toContain("Which session?");
    const ours = await mailsOf(null, "correction_noted");
    expect(ours.at(-1)).toMatchObject({ text: expect.stringContaining("The evening one.") });
  });

  test("keeps a note once that is sent twice", async () => {
    const claim = await aLockedClaim();
    const id = await aRequest(claim);
    const noteId = newId();
    await Promise.all([aNote(staff, id, "Once.", noteId), aNote(staff, id, "Once.", noteId)]);
    expect((await findThread(id, null))?.notes).toHaveLength(1);
    expect(await mailsOf(claim.member.id, "correction_noted")).toHaveLength(2);
  });

  test("is closed by the decision", async () => {
    const claim = await aLockedClaim();
    const id = await aRequest(claim);
    await decline(staff, id);
    await expect(aNote(claim.actor, id)).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("declined this request"),
    });
  });

  test("a muted kind is not mailed", async () => {
    const claim = await aLockedClaim();
    const memberId = claim.member.id;
    await db.mutedMessage.createMany({
      data: [
        { memberId, kind: "correction_noted" },
        { memberId, kind: "correction_decided" },
      ],
    });
    const id = await aRequest(claim);
    await aNote(staff, id);
    await decline(staff, id);
    expect(
      await db.message.findMany({ where: { memberId, subject: { contains: "request" } } }),
    ).toEqual([]);
  });
});

describe("the decision", () => {
  test("to decline says why to both sides and changes nothing", async () => {
    const claim = await aLockedClaim();
    const id = await aRequest(claim);
    await decline(staff, id);
    expect(await creditsOf(claim)).toEqual([650, 100]);
    expect(await requestOf(id)).toMatchObject({
      decision: "declined",
      decidedById: staff.memberId,
      decidedAt: CORRECTED_AT,
      decisionNote: "The sheet says 6.50.",
    });
    const [mail] = await mailsOf(claim.member.id, "correction_decided");
    expect(mail?.text).toContain("The sheet says 6.50.");
    expect((await mailsOf(null, "correction_decided")).length).toBeGreaterThan(0);
  });

  test("to correct accepts it: rows that name it, the next version, one mail", async () => {
    const claim = await aLockedClaim();
    const requestId = await aRequest(claim);
    await correctAtDesk(staff, claim, { requestId });
    expect(await creditsOf(claim)).toEqual([700, 100]);
    expect(await requestOf(requestId)).toMatchObject({
      decision: "accepted",
      decisionNote: REASON,
    });
    expect(await db.correction.findMany({ where: { requestId } })).toMatchObject([
      { oldCredits: 650, newCredits: 700, reason: REASON, correctedById: staff.memberId },
    ]);
    expect(await versionsOf(claim.id)).toMatchObject([
      { version: 1, supersededAt: CORRECTED_AT },
      { version: 2, supersededAt: null },
    ]);
    const [mail, ...more] = await mailsOf(claim.member.id, "correction_decided");
    expect(more).toEqual([]);
    expect(mail?.text).toMatch(/6\.50 became 7\.00[\s\S]*\/certificates\/CR-/);
    const changed = { memberId: claim.member.id, kind: "certificate_changed" } as const;
    expect(await db.message.findMany({ where: changed })).toEqual([]);
  });

  async function expectOneDecision(claim: TestClaim, id: string, acts: Promise<unknown>[]) {
    const outcomes = await Promise.allSettled(acts);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(refusals(outcomes)).toMatchObject([
      {
        kind: "conflict",
        message: expect.stringMatching(/^Ada Example (accepted|declined) this request on 2 May/),
      },
    ]);
    expect(await mailsOf(claim.member.id, "correction_decided")).toHaveLength(1);
    return requestOf(id);
  }

  test("of two staff who decide at once the second is told who did what, and when", async () => {
    const claim = await aLockedClaim();
    const id = await aRequest(claim);
    const { decision } = await expectOneDecision(claim, id, [
      decline(staff, id),
      correctAtDesk(colleague, claim, { requestId: id }),
    ]);
    expect(await creditsOf(claim)).toEqual([decision === "accepted" ? 700 : 650, 100]);
  });

  test("two who correct it at once correct it once", async () => {
    const claim = await aLockedClaim();
    const id = await aRequest(claim);
    await expectOneDecision(claim, id, [
      correctAtDesk(staff, claim, { requestId: id }),
      correctAtDesk(colleague, claim, { requestId: id, credits: 675 }),
    ]);
    expect(await db.correction.count({ where: { registrationId: claim.id } })).toBe(1);
    expect(await versionsOf(claim.id)).toHaveLength(2);
  });

  test("with another claim's request there is nothing to decide", async () => {
    const [claim, other] = await Promise.all([aLockedClaim(), aLockedClaim()]);
    const requestId = await aRequest(other);
    await expect(correctAtDesk(staff, claim, { requestId })).rejects.toMatchObject({
      kind: "not-found",
    });
    expect(await requestOf(requestId)).toMatchObject({ decision: null });
    expect(await creditsOf(claim)).toEqual([650, 100]);
  });
});

describe("whose it is", () => {
  test("nobody decides their own, and others than staff find none", async () => {
    const claim = await aLockedClaim();
    const id = await aRequest(claim);
    const own: MemberActor = { ...claim.actor, roles: ["staff"] };
    const words = { message: expect.stringContaining("Nobody decides about their own record") };
    await expect(decline(own, id)).rejects.toMatchObject(words);
    await expect(correctAtDesk(own, claim, { requestId: id })).rejects.toMatchObject(words);
    for (const actor of await othersThanStaff()) {
      const asked = { requestId: id, decisionNote: "No." };
      await expect(declineRequest(actor, asked, NOW)).rejects.toMatchObject({ kind: "not-found" });
      await expect(correctAtDesk(actor, claim, { requestId: id })).rejects.toMatchObject({
        kind: "not-found",
      });
    }
    expect(await requestOf(id)).toMatchObject({ decision: null });
  });

  test("another member has no request of theirs, and writes no note on it", async () => {
    const claim = await aLockedClaim();
    const id = await aRequest(claim);
    const stranger = await anAccount({ password: null });
    expect(await findThread(id, stranger.id)).toBeNull();
    await expect(aNote(actorOf(stranger), id)).rejects.toMatchObject({ kind: "not-found" });
    await expect(aNote(staff, randomUUID())).rejects.toMatchObject({ kind: "not-found" });
  });
});

test("the queue is paged by key, open ones the oldest first", async () => {
  await db.$transaction(async (tx) => {
    // Every other request of this file is out of the way.
    await tx.correctionRequest.updateMany({
      where: { decidedAt: null },
      data: { decision: "declined", decidedAt: NOW, decisionNote: "Out of the way." },
    });
  });
  const ids: string[] = [];
  for (let nth = 0; nth < 22; nth += 1) ids.push(await aRequest(await aLockedClaim([650])));
  const first = await listQueue({ state: "open" });
  expect(first.requests.map(({ id }) => id)).toEqual(ids.slice(0, 20));
  expect(first.next).toBe(ids[19]);
  // The last row of the page is decided before the next page is opened: nothing is left out.
  await decline(staff, ids[19] ?? "");
  const second = await listQueue({ state: "open", after: first.next ?? "" });
  expect(second.requests.map(({ id }) => id)).toEqual(ids.slice(20));
  const decided = await listQueue({ state: "decided" });
  expect(decided.requests[0]?.id).toBe(ids[19]);
  const open = ids.toSpliced(19, 1).toReversed();
  const newest = await listQueue({ state: "open", sort: "newest" });
  expect(newest.requests.map(({ id }) => id)).toEqual(open.slice(0, 20));
  const rest = await listQueue({ state: "open", sort: "newest", after: open[18] });
  expect(rest.requests.map(({ id }) => id)).toEqual(open.slice(19));
  const earliest = await listQueue({ state: "decided", sort: "oldest" });
  expect(earliest.requests.at(-1)?.id).toBe(ids[19]);
});

describe("the database itself", () => {
  beforeAll(async () => {
    const claim = await aLockedClaim();
    const id = await aRequest(claim);
    await aNote(staff, id);
    await correctAtDesk(staff, claim, { requestId: id });
  });

  test.each([
    [
      "a decided request",
      "UPDATE correction_requests SET decision_note = 'x' WHERE decided_at IS NOT NULL",
    ],
    ["what was asked", "UPDATE correction_requests SET message = 'x'"],
    ["a note", "UPDATE correction_notes SET text = 'x'"],
    ["that there was a note", "DELETE FROM correction_notes"],
    ["that there was a request", "DELETE FROM correction_requests"],
  ])("does not change %s", async (_what, sql) => {
    expect([KEPT, NO_PRIVILEGE]).toContain(await refusalOf("credence_app", sql));
    expect(await refusalOf("the owner", sql)).toBe(KEPT);
  });

  test("keeps one open request a claim", async () => {
    const claim = await aLockedClaim();
    await aRequest(claim);
    const again = `INSERT INTO correction_requests (id, registration_id, member_id, message, requested_at)
      VALUES (uuidv7(), '${claim.id}', '${claim.member.id}', 'again', now())`;
    expect(await refusalOf("credence_app", again)).toBe(TAKEN);
  });
});
