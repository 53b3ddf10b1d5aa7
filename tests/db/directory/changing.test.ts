import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { changeMember, reinstateMember, retireMember } from "@/lib/directory/commands";
import { findDirectoryMember, listNameChanges } from "@/lib/directory/queries";
import { shownOf as shownAs } from "@/lib/directory/rules";
import type { ChangeMember } from "@/lib/directory/schema";
import { fingerprintOf } from "@/lib/fingerprint";
import { actorOf, anAccount, aSession } from "@/tests/support/accounts";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

const now = new Date("2026-11-20T10:00:00Z");

async function shownOf(id: string): Promise<ChangeMember> {
  const {
    localOffice,
    roles,
    retiredAt,
    mergedIntoId,
    createdAt,
    id: memberId,
    ...kept
  } = (await findDirectoryMember(id)) ?? expect.fail("There is no such member.");
  const shown = { ...kept, localOfficeId: localOffice?.id ?? null };
  return { memberId, seen: fingerprintOf(shownAs(shown)), ...shown };
}

const kindsOf = async (memberId: string) =>
  (await db.message.findMany({ where: { memberId } })).map(({ kind }) => kind);

test("a new legal name stands, and the old one is in the history", async () => {
  const member = await anAccount({ password: null });
  const staff = await aStaffMember();
  await changeMember(staff, { ...(await shownOf(member.id)), lastName: "Lovelace" }, now);
  await changeMember(staff, { ...(await shownOf(member.id)), suffix: "MD" }, now);
  expect(await findDirectoryMember(member.id)).toMatchObject({
    lastName: "Lovelace",
    suffix: "MD",
  });
  const names = (await listNameChanges(member.id)).map(({ was, became }) => [was, became]);
  expect(names).toEqual([
    ["none", "MD"],
    ["Example", "Lovelace"],
  ]);
});

test("a changed e-mail address ends sessions and tells the old address", async () => {
  const member = await anAccount({ password: null });
  await aSession(member);
  const email = `new.${member.email}`;
  await changeMember(await aStaffMember(), { ...(await shownOf(member.id)), email }, now);
  expect(await db.session.count({ where: { memberId: member.id, revokedAt: null } })).toBe(0);
  const [mail] = await db.message.findMany({ where: { memberId: member.id } });
  expect(mail).toMatchObject({ kind: "email_changed", toAddress: member.email });
});

test("what changes nothing is not audited and tells nobody", async () => {
  const member = await anAccount({ password: null });
  await changeMember(await aStaffMember(), await shownOf(member.id), now);
  expect(await db.auditEntry.count({ where: { subjectId: member.id } })).toBe(0);
  expect(await kindsOf(member.id)).toEqual([]);
});

test.each(["memberNumber", "username", "email"] as const)(
  "an identifier of another member is refused beside %s, as any of theirs",
  async (field) => {
    const [one, other] = [await anAccount({ password: null }), await anAccount({ password: null })];
    const taken = field === "email" ? other.email : other.username;
    const input = { ...(await shownOf(one.id)), [field]: taken?.toUpperCase() };
    await expect(changeMember(await aStaffMember(), input, now)).rejects.toMatchObject({ field });
    expect(await findDirectoryMember(one.id)).toMatchObject({ [field]: one[field] });
  },
);

test("of two changes made from the same page the second is told", async () => {
  const member = await anAccount({ password: null });
  const shown = await shownOf(member.id);
  const staff = [await aStaffMember(), await aStaffMember()];
  const outcomes = await Promise.allSettled(
    staff.map((actor, nth) => changeMember(actor, { ...shown, phone: `555-${nth}` }, now)),
  );
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const refused = outcomes.find(({ status }) => status === "rejected");
  expect(refused).toMatchObject({ reason: { kind: "conflict" } });
});

test("a member is retired with a reason, once, and reinstated", async () => {
  const { id: memberId } = await anAccount({ password: null });
  const staff = await aStaffMember();
  await retireMember(staff, { memberId, reason: "Moved away." }, now);
  const again = retireMember(staff, { memberId, reason: "Again." }, now);
  await expect(again).rejects.toMatchObject({ kind: "conflict" });
  expect((await findDirectoryMember(memberId))?.retiredAt).toEqual(now);
  await reinstateMember(staff, { memberId, reason: "Came back." }, now);
  expect((await findDirectoryMember(memberId))?.retiredAt).toBeNull();
});

test("a colleague with a role is changed by administrators alone", async () => {
  const colleague = await anAccount({ password: null });
  await db.roleGrant.create({
    data: { memberId: colleague.id, role: "staff", grantedAt: now },
    select: { role: true },
  });
  const moved = { ...(await shownOf(colleague.id)), email: `taken.${colleague.email}` };
  const byStaff = changeMember(await aStaffMember(), moved, now);
  await expect(byStaff).rejects.toThrow("Ask an administrator.");
  const act = { memberId: colleague.id, reason: "Left." };
  await expect(retireMember(await aStaffMember(), act, now)).rejects.toThrow("administrator");
  const administrator = { ...(await aStaffMember()), roles: ["administrator"] as const };
  await changeMember(administrator, moved, now);
  expect(await findDirectoryMember(colleague.id)).toMatchObject({ email: moved.email });
});

test("nobody changes themselves, and to others than staff the member does not exist", async () => {
  const member = await anAccount({ password: null });
  const shown = await shownOf(member.id);
  const act = { memberId: member.id, reason: "Why not." };
  const self = { ...actorOf(member), roles: ["administrator"] as const };
  await expect(changeMember(self, { ...shown, phone: "1" }, now)).rejects.toMatchObject({
    kind: "invalid",
  });
  await expect(retireMember(self, act, now)).rejects.toMatchObject({ kind: "invalid" });
  for (const actor of await othersThanStaff()) {
    const change = changeMember(actor, { ...shown, phone: "1" }, now);
    await expect(change).rejects.toMatchObject({ kind: "not-found" });
    await expect(retireMember(actor, act, now)).rejects.toMatchObject({ kind: "not-found" });
  }
  expect(await findDirectoryMember(member.id)).toMatchObject({ phone: null, retiredAt: null });
});
