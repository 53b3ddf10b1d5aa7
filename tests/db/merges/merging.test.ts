import { expect, test } from "vitest";
import { signIn } from "@/lib/accounts/commands";
import { searchAudit } from "@/lib/audit-log/queries";
import { auditSearchSchema } from "@/lib/audit-log/schema";
import { db } from "@/lib/db";
import { reinstateMember } from "@/lib/directory/commands";
import { searchMembers } from "@/lib/directory/queries";
import { issueInvoices } from "@/lib/invoices/commands";
import { findMemberId } from "@/lib/members/queries";
import { mergeMembers } from "@/lib/merges/commands";
import { findMergesOf } from "@/lib/merges/queries";
import { MOVING, STAYING } from "@/lib/merges/tables";
import { aCertification, shippedPrograms } from "@/tests/support/a-certification";
import { aClaim, claimOf } from "@/tests/support/a-claim";
import { merge, previewOf } from "@/tests/support/a-merge";
import { NOW } from "@/tests/support/a-row";
import { actorOf, anAccount, anAddress, aSession, PASSWORD } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { KEPT, OUT_OF_RANGE, refusalOf } from "@/tests/support/as-role";
import { anAdministrator, aStaffMember, othersThanStaff } from "@/tests/support/staff";

/** How many rows name one of these members, by table. */
async function rowsOf(...ids: string[]) {
  const columns = [...MOVING.map(({ table }) => ({ table, column: "member_id" })), ...STAYING];
  const counted = columns.map(async ({ table, column }) => {
    const [found] = await db.$queryRawUnsafe<{ rows: number }[]>(
      `SELECT count(*)::int AS rows FROM ${table} WHERE ${column} = ANY($1::uuid[])`,
      ids,
    );
    return [`${table}.${column}`, found?.rows] as const;
  });
  return Object.fromEntries(await Promise.all(counted));
}

/** A member with something in most tables. */
async function aFullRecord() {
  await shippedPrograms();
  const claim = await aClaim({ credits: [650], submitted: true });
  const { member } = claim;
  await aCertification("CAM", [{ startsOn: "2027-01-01", endsOn: "2027-12-31" }], member.id);
  await issueInvoices("2026-11-02", NOW);
  const entry = await anEntry(member);
  const waiting = await anEntry(member, { accepted: false });
  await aSession(member);
  const memberId = member.id;
  await db.document.create({
    data: {
      memberId,
      entryId: waiting.id,
      fileName: "proof.pdf",
      mediaType: "application/pdf",
      size: 1,
      sha256: "0".repeat(64),
      store: "database",
      uploadedAt: NOW,
    },
  });
  const decided = { decidedAt: NOW, decision: "declined", decisionNote: "No." } as const;
  await db.correctionRequest.createMany({
    data: [
      { entryId: entry.id, memberId, message: "Please.", requestedAt: NOW, ...decided },
      { registrationId: claim.id, memberId, message: "Please.", requestedAt: NOW },
    ],
  });
  await db.reportDraft.create({ data: { memberId, fields: {}, updatedAt: NOW } });
  await db.mutedMessage.create({ data: { memberId, kind: "credits_open" } });
  return { ...claim, entry };
}

test("all that is about the person comes to the record that is kept, and no row is lost", async () => {
  const other = await aFullRecord();
  const kept = await anAccount({ password: null });
  const before = await rowsOf(kept.id, other.member.id);
  const { parts } = await previewOf(kept, other.member);
  await merge(await anAdministrator(), kept, other.member);
  const after = await rowsOf(kept.id, other.member.id);
  // The two mails that tell of it.
  expect(after).toEqual({
    ...before,
    "messages.member_id": (before["messages.member_id"] ?? 0) + 2,
  });
  const left = await rowsOf(other.member.id);
  for (const { table, stays } of parts.filter((part) => MOVING.some((m) => m.table === part.table)))
    expect([table, left[`${table}.member_id`]]).toEqual([table, stays]);
  expect(await claimOf({ id: other.id, actor: actorOf(kept) })).toMatchObject({
    certificate: { number: expect.any(String) },
  });
  const certificate = await db.certificateVersion.findFirstOrThrow({
    where: { certificate: { registrationId: other.id } },
  });
  expect(certificate).toMatchObject({ supersededAt: null, revokedAt: null });
});

test("every identifier of both finds the record that is kept, whose password opens it", async () => {
  const [kept, other] = [await anAccount(), await anAccount({ password: PASSWORD.toUpperCase() })];
  await aSession(other);
  await merge(await anAdministrator(), kept, other);
  for (const { memberNumber, username, email } of [kept, other]) {
    for (const login of [memberNumber, username, email]) {
      expect(await findMemberId(login ?? "")).toBe(kept.id);
      await signIn({ login: login ?? "", password: PASSWORD, address: anAddress() }, new Date());
    }
  }
  const gone = { login: other.email, password: PASSWORD.toUpperCase(), address: anAddress() };
  await expect(signIn(gone, new Date())).rejects.toMatchObject({ kind: "invalid" });
  expect(await db.session.count({ where: { memberId: other.id, revokedAt: null } })).toBe(0);
  const { members } = await searchMembers(other.memberNumber ?? "", null);
  expect(members).toMatchObject([{ id: other.id, keptId: kept.id, keptName: "Ada Example" }]);
  // A change of the identifiers of the kept record leaves the others where they are.
  await db.member.update({ where: { id: kept.id }, data: { username: null } });
  expect(await findMemberId(other.username ?? "")).toBe(kept.id);
  expect(await findMemberId(kept.username ?? "")).toBeNull();
});

test("what only the other record knew of the person is taken over, the rest stays as it is kept", async () => {
  const [kept, other] = [await anAccount({ password: null }), await anAccount({ password: null })];
  await db.member.update({
    where: { id: kept.id },
    data: { memberNumber: null, phone: "1", claimRemindedAt: null },
  });
  await db.member.update({
    where: { id: other.id },
    data: { phone: "2", address: "Elm Street", lastName: "Maiden", claimRemindedAt: NOW },
  });
  await merge(await anAdministrator(), kept, other);
  expect(await db.member.findUnique({ where: { id: kept.id } })).toMatchObject({
    memberNumber: other.memberNumber,
    lastName: "Example",
    phone: "1",
    address: "Elm Street",
    email: kept.email,
    claimRemindedAt: NOW,
  });
  expect(await findMemberId(other.memberNumber ?? "")).toBe(kept.id);
});

test("both addresses are told, both records are audited, and the pages say so", async () => {
  const [kept, other] = [await anAccount({ password: null }), await anAccount({ password: null })];
  const administrator = await anAdministrator();
  await merge(administrator, kept, other);
  const mails = await db.message.findMany({ where: { memberId: kept.id, kind: "members_merged" } });
  expect(mails.map(({ toAddress }) => toAddress).toSorted()).toEqual(
    [kept.email, other.email].toSorted(),
  );
  const acts = await db.auditEntry.findMany({
    where: { subjectId: { in: [kept.id, other.id] }, actorId: administrator.memberId },
    select: { act: true },
  });
  expect(acts.map(({ act }) => act).toSorted()).toEqual([
    "merged into another member",
    "took in another member",
  ]);
  // What was done to either is found by any identifier of the two.
  for (const about of [kept.email, other.email]) {
    const log = await searchAudit(auditSearchSchema.parse({ about }));
    expect(log?.entries.map(({ subjectId }) => subjectId).toSorted()).toEqual(
      [kept.id, other.id].toSorted(),
    );
  }
  expect((await findMergesOf(other.id)).into).toMatchObject({ id: kept.id, by: "Ada Example" });
  expect((await findMergesOf(kept.id)).takenIn).toMatchObject([{ id: other.id }]);
});

test("a merged record stays merged, retired and closed, whoever tries", async () => {
  const [kept, other, third] = [await anAccount(), await anAccount(), await anAccount()];
  const administrator = await anAdministrator();
  await merge(administrator, kept, other);
  const act = { memberId: other.id, reason: "Back." };
  await expect(reinstateMember(administrator, act, NOW)).rejects.toThrow("merged into another");
  const set = (what: string) => `UPDATE members SET ${what} WHERE id = '${other.id}'`;
  expect(await refusalOf("the owner", set("retired_at = NULL"))).toBe(OUT_OF_RANGE);
  expect(await refusalOf("the owner", set("password_hash = 'x'"))).toBe(OUT_OF_RANGE);
  expect(await refusalOf("the owner", set("merged_into_id = NULL, merged_at = NULL"))).toBe(KEPT);
  expect(await refusalOf("the owner", set(`merged_into_id = '${third.id}'`))).toBe(KEPT);
  await expect(aSession(other)).rejects.toThrow();
  await expect(anEntry(other)).rejects.toThrow();
  const grant = `INSERT INTO role_grants (member_id, role, granted_at) VALUES ('${other.id}', 'staff', now())`;
  expect(await refusalOf("the owner", grant)).toBe(KEPT);
  await expect(merge(administrator, other, third)).rejects.toThrow("merged into another");
});

test("a record that took one in goes on to a third with it", async () => {
  const [first, second, third] = [await anAccount(), await anAccount(), await anAccount()];
  const administrator = await anAdministrator();
  await merge(administrator, second, first);
  const later = new Date(NOW.getTime() + 3_600_000);
  const another = await anAdministrator();
  await db.member.update({ where: { id: another.memberId }, data: { lastName: "Later" } });
  await merge(another, third, second, later);
  for (const { memberNumber, username, email } of [first, second, third]) {
    for (const login of [memberNumber, username, email])
      expect(await findMemberId(login ?? "")).toBe(third.id);
  }
  expect((await findMergesOf(third.id)).takenIn).toHaveLength(2);
  // The page of the first tells of the merge that led it there, as its entry in the log does.
  const { into } = await findMergesOf(first.id);
  expect(into).toMatchObject({ id: third.id, at: later, by: "Ada Later" });
  const entry = await db.auditEntry.findFirst({
    where: { subjectId: first.id, actorId: another.memberId },
  });
  expect(entry).toMatchObject({ act: "merged into another member", facts: { into: third.id } });
});

test("only administrators merge, nobody their own record, and no record with a role goes away", async () => {
  const [kept, other] = [await anAccount({ password: null }), await anAccount({ password: null })];
  const { seen } = await previewOf(kept, other);
  const input = { memberId: kept.id, otherId: other.id, seen, reason: "Same." };
  for (const actor of [await aStaffMember(), ...(await othersThanStaff())]) {
    await expect(mergeMembers(actor, input, NOW)).rejects.toMatchObject({ kind: "not-found" });
  }
  for (const own of [kept, other]) {
    const self = { ...actorOf(own), roles: ["administrator"] as const };
    await expect(mergeMembers(self, input, NOW)).rejects.toThrow("their own record");
  }
  await db.roleGrant.create({ data: { memberId: other.id, role: "staff", grantedAt: NOW } });
  await expect(merge(await anAdministrator(), kept, other)).rejects.toThrow("Withdraw it first");
  expect((await findMergesOf(other.id)).into).toBeNull();
});

test("what changed since the preview is shown again before anything is merged", async () => {
  const [kept, other] = [await anAccount({ password: null }), await anAccount({ password: null })];
  const { seen } = await previewOf(kept, other);
  await anEntry(other);
  const input = { memberId: kept.id, otherId: other.id, seen, reason: "Same." };
  const late = mergeMembers(await anAdministrator(), input, NOW);
  await expect(late).rejects.toMatchObject({ kind: "conflict", message: /meanwhile/ });
  expect((await findMergesOf(other.id)).into).toBeNull();
});
