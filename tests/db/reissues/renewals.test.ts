import { addMinutes } from "date-fns";
import { beforeAll, expect, test } from "vitest";
import { declineRequest } from "@/lib/correction-decisions/commands";
import { findOutcome } from "@/lib/correction-outcomes/queries";
import { findThread, listQueue, listRequestsOf } from "@/lib/correction-requests/queries";
import { db } from "@/lib/db";
import type { Actor, MemberActor } from "@/lib/members/rules";
import { acceptByReissuing } from "@/lib/reissues/commands";
import { findReissueOfRenewal } from "@/lib/reissues/queries";
import { requestRenewalCorrection } from "@/lib/renewal-requests/commands";
import { undoRenewal } from "@/lib/renewals/commands";
import { findSettings } from "@/lib/settings/queries";
import { findVerification } from "@/lib/verification/queries";
import { merge } from "@/tests/support/a-merge";
import { aRenewal, INVOICED_AT, underLock } from "@/tests/support/a-renewal";
import { aRenewed, certificateOf } from "@/tests/support/a-renewed";
import { aNote } from "@/tests/support/a-request";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { anAdministrator, aStaffMember, othersThanStaff } from "@/tests/support/staff";

const ASKED_AT = addMinutes(INVOICED_AT, 60);
const DECIDED_AT = addMinutes(INVOICED_AT, 120);
const REASON = "The passport says Ångström.";
const WISH = "My name is misspelled.";

type Renewed = Awaited<ReturnType<typeof aRenewed>>;

let staff: MemberActor;
let colleague: MemberActor;

beforeAll(async () => {
  [staff, colleague] = await Promise.all([aStaffMember(), aStaffMember()]);
});

const ask = ({ id, member }: Renewed, message = WISH) =>
  requestRenewalCorrection(actorOf(member), { renewalId: id, message }, ASKED_AT);

const rename = ({ member }: Renewed) =>
  db.member.update({ where: { id: member.id }, data: { lastName: "Ångström" } });

async function accept(actor: Actor, { id }: Renewed, requestId: string) {
  const reissue = await findReissueOfRenewal(id, await findSettings(), DECIDED_AT);
  const { version, seen } = reissue ?? { version: 1, seen: "" };
  return acceptByReissuing(actor, { requestId, version, seen, reason: REASON }, DECIDED_AT);
}

const requestOf = (id: string) => db.correctionRequest.findUniqueOrThrow({ where: { id } });

test("a member asks from the certificate of a renewal, once, and staff see it in the queue", async () => {
  const renewal = await aRenewed();
  const { number } = await certificateOf(renewal);
  const [one, two] = await Promise.all([ask(renewal), ask(renewal)]);
  expect(one).toBe(two);
  const title = "Renewal: Certified Apartment Manager (CAM)";
  expect(await requestOf(one)).toMatchObject({ renewalId: renewal.id, certificateNumber: number });
  expect(await listRequestsOf(renewal.member.id)).toMatchObject([{ title, state: "open" }]);
  const { requests } = await listQueue({ state: "open" });
  expect(requests).toContainEqual(expect.objectContaining({ id: one, title, kind: "renewal" }));
  await expect(ask(renewal, "And the suffix.")).rejects.toMatchObject({ kind: "conflict" });
  const mails = await db.message.findMany({ where: { text: { contains: one } } });
  expect(mails.map(({ kind }) => kind).sort()).toEqual([
    "correction_noted",
    "correction_requested",
  ]);
  await aNote(staff, one, "What is it called in the passport?");
  expect((await findThread(one, renewal.member.id))?.notes).toHaveLength(1);
});

test("it is accepted by the next version, which supersedes the one before", async () => {
  const renewal = await aRenewed();
  const { number } = await certificateOf(renewal);
  const requestId = await ask(renewal);
  await rename(renewal);
  expect(await accept(staff, renewal, requestId)).toEqual({ number, version: 2, isNew: true });
  expect(await findVerification(number, null)).toMatchObject({ answer: { is: "genuine" } });
  expect(await findVerification(number, 1)).toMatchObject({ answer: { is: "superseded", by: 2 } });
  const thread = await findThread(requestId, renewal.member.id);
  expect(thread).toMatchObject({ decision: "accepted", decisionNote: REASON });
  expect(thread && (await findOutcome(thread))).toEqual({
    changes: [{ name: "Name", from: "Ada Example", to: "Ada Ångström" }],
    certificate: { number, version: 2 },
  });
  const mails = await db.message.findMany({
    where: { kind: "correction_decided", text: { contains: requestId } },
  });
  expect(mails).toHaveLength(2);
  for (const { text } of mails) expect(text).toContain("Name: Ada Example became Ada Ångström");
});

test("of two who decide at once one does, and the other is told", async () => {
  const renewal = await aRenewed();
  const requestId = await ask(renewal);
  await rename(renewal);
  const outcomes = await Promise.allSettled([
    accept(staff, renewal, requestId),
    declineRequest(colleague, { requestId, decisionNote: "It is right." }, DECIDED_AT),
    accept(colleague, renewal, requestId),
  ]);
  const refused = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  expect(refused).toHaveLength(2);
  for (const refusal of refused) expect(refusal).toMatchObject({ kind: "conflict" });
  const { decision } = await requestOf(requestId);
  const { version } = await certificateOf(renewal);
  expect(version).toBe(decision === "accepted" ? 2 : 1);
});

test("while nothing would differ, or it is not renewed any more, it stays open", async () => {
  const renewal = await aRenewed();
  const requestId = await ask(renewal);
  await expect(accept(staff, renewal, requestId)).rejects.toMatchObject({
    kind: "invalid",
    message: expect.stringContaining("Change the record first."),
  });
  await underLock(renewal.id, (tx) => undoRenewal(tx, renewal.id, "Refunded.", DECIDED_AT));
  await rename(renewal);
  await expect(accept(staff, renewal, requestId)).rejects.toMatchObject({
    kind: "invalid",
    message: expect.stringContaining("nothing to certify"),
  });
  expect(await requestOf(requestId)).toMatchObject({ decidedAt: null });
});

test("another's renewal is not there, nor is one without a certificate; nobody accepts their own", async () => {
  const [renewal, open] = await Promise.all([aRenewed(), aRenewal()]);
  const stranger = actorOf(await anAccount({ password: null }));
  const input = { renewalId: renewal.id, message: WISH };
  await expect(requestRenewalCorrection(stranger, input, ASKED_AT)).rejects.toMatchObject({
    kind: "not-found",
  });
  await expect(ask(open)).rejects.toMatchObject({ kind: "not-found" });
  const requestId = await ask(renewal);
  await rename(renewal);
  for (const actor of await othersThanStaff()) {
    await expect(accept(actor, renewal, requestId)).rejects.toMatchObject({ kind: "not-found" });
  }
  const own: MemberActor = { ...actorOf(renewal.member), roles: ["staff"] };
  await expect(accept(own, renewal, requestId)).rejects.toMatchObject({ kind: "invalid" });
});

test("a merge takes it along with its renewal, and staff accept it there", async () => {
  const [renewal, kept] = [await aRenewed(), await anAccount({ password: null })];
  const requestId = await ask(renewal);
  await merge(await anAdministrator(), kept, renewal.member);
  expect(await requestOf(requestId)).toMatchObject({ memberId: kept.id });
  await rename({ ...renewal, member: kept });
  expect(await accept(staff, renewal, requestId)).toMatchObject({ version: 2 });
});

test("the database lets a request be about one thing alone", async () => {
  const renewal = await aRenewed();
  const { number } = await certificateOf(renewal);
  const memberId = renewal.member.id;
  const told = { memberId, message: WISH, requestedAt: ASKED_AT };
  const refused = [
    () => db.correctionRequest.create({ data: { ...told, certificateNumber: number } }),
    () => db.correctionRequest.create({ data: { ...told, renewalId: renewal.id } }),
  ];
  for (const create of refused) await expect(create()).rejects.toThrow(/23514|constraint/);
});
