import { describe, expect, test } from "vitest";
import { hashPassword } from "@/lib/accounts/password";
import { confirmContact } from "@/lib/contacts/commands";
import { db } from "@/lib/db";
import { aRenewal, INVOICED_AT } from "@/tests/support/a-renewal";
import { actorOf, anAccount, anAddress, aSession, PASSWORD } from "@/tests/support/accounts";

const now = INVOICED_AT;

async function aMemberToConfirm() {
  const { id, member } = await aRenewal();
  const passwordHash = await hashPassword(PASSWORD);
  await db.member.update({ where: { id: member.id }, data: { passwordHash } });
  const confirm = (told: Partial<Parameters<typeof confirmContact>[1]> = {}) =>
    confirmContact(
      actorOf(member),
      {
        renewalId: id,
        email: member.email,
        phone: "",
        address: "",
        password: "",
        from: anAddress(),
        ...told,
      },
      now,
    );
  return { id, member, confirm };
}

const contactOf = ({ id }: { id: string }) => db.member.findUniqueOrThrow({ where: { id } });

describe("the contact step", () => {
  test("confirms what is on file, with the time, and needs no password for it", async () => {
    const { id, member, confirm } = await aMemberToConfirm();
    expect(await confirm({ phone: "+1 555 0100", address: "1 Main St\nTown" })).toEqual({
      signedOut: false,
    });
    const renewal = await db.renewal.findUniqueOrThrow({ where: { id } });
    expect(renewal.contactConfirmedAt).toEqual(now);
    expect(await contactOf(member)).toMatchObject({
      phone: "+1 555 0100",
      address: "1 Main St\nTown",
    });
  });

  test("changes the e-mail address with the password only: sessions end, the old one is told", async () => {
    const { member, confirm } = await aMemberToConfirm();
    await aSession(member, now);
    const email = `new.${member.email}`;
    await expect(confirm({ email })).rejects.toMatchObject({ field: "password" });
    await expect(confirm({ email, password: "a guess" })).rejects.toMatchObject({
      field: "password",
    });
    expect((await contactOf(member)).email).toBe(member.email);
    expect(await confirm({ email, password: PASSWORD })).toEqual({ signedOut: true });
    expect((await contactOf(member)).email).toBe(email);
    const open = await db.session.count({ where: { memberId: member.id, revokedAt: null } });
    expect(open).toBe(0);
    const told = await db.message.findMany({
      where: { memberId: member.id, kind: "email_changed" },
    });
    expect(told.map(({ toAddress }) => toAddress)).toEqual([member.email]);
  });

  test("does not take another member's address, and then confirms nothing", async () => {
    const { id, confirm } = await aMemberToConfirm();
    const other = await anAccount({ password: null });
    await expect(confirm({ email: other.email, password: PASSWORD })).rejects.toMatchObject({
      field: "email",
    });
    const renewal = await db.renewal.findUniqueOrThrow({ where: { id } });
    expect(renewal.contactConfirmedAt).toBeNull();
  });

  test("is closed to a retired member and once it is renewed", async () => {
    const retired = await aMemberToConfirm();
    await db.member.update({ where: { id: retired.member.id }, data: { retiredAt: now } });
    await expect(retired.confirm()).rejects.toMatchObject({ kind: "invalid" });
    const renewed = await aMemberToConfirm();
    await db.renewal.update({ where: { id: renewed.id }, data: { renewedAt: now } });
    await expect(renewed.confirm()).rejects.toMatchObject({ kind: "conflict" });
  });
});
