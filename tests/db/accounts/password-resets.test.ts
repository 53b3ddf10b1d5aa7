import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { signIn } from "@/lib/accounts/commands";
import { findSession } from "@/lib/accounts/queries";
import { completeText, hashOf } from "@/lib/accounts/tokens";
import { db } from "@/lib/db";
import { answerResetRequest, requestReset, resetPassword } from "@/lib/password-resets/commands";
import { isLinkGood } from "@/lib/password-resets/queries";
import { merge } from "@/tests/support/a-merge";
import { anAccount, anAddress, aSession, PASSWORD } from "@/tests/support/accounts";
import { anAdministrator } from "@/tests/support/staff";

const now = new Date("2026-11-21T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const spent = /has been used, replaced/;
const NEW = "another fine password";

/** Has a request answered, and reads the link from the mail as it would be sent. */
async function aLink({ email }: { email: string }, at = now): Promise<string> {
  await answerResetRequest({ requestId: randomUUID(), account: email, email }, at);
  const links = await mailedLinks(email);
  return links.at(-1) ?? "";
}

async function mailedLinks(email: string) {
  const mails = await db.message.findMany({
    where: { toAddress: email, kind: "password_reset" },
    orderBy: { id: "asc" },
  });
  return mails.map((mail) => /reset-password\?link=(\S+)/.exec(completeText(mail))?.[1] ?? "");
}

const sizes = () =>
  db.$queryRaw<unknown[]>`
    SELECT (SELECT count(*) FROM attempts) AS attempts, (SELECT count(*) FROM messages) AS messages,
           (SELECT count(*) FROM password_resets) AS links, (SELECT count(*) FROM audit_entries) AS entries`;

describe("asking for a link", () => {
  test("leaves the same behind whether anything matches or not", async () => {
    const member = await anAccount();
    const grown = async (email: string) => {
      const [before] = (await sizes()) as [Record<string, bigint>];
      await requestReset({ account: email, email, address: anAddress() }, now);
      const [after] = (await sizes()) as [Record<string, bigint>];
      return Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0n)]);
    };
    const matched = await grown(member.email);
    expect(await grown(`nobody-${anAddress()}@example.org`)).toEqual(matched);
    expect(Object.fromEntries(matched)).toEqual({
      attempts: 2n,
      messages: 0n,
      links: 0n,
      entries: 0n,
    });
  });

  test("is throttled by the address that would be written to", async () => {
    const { email } = await anAccount();
    const ask = (at: Date) => requestReset({ account: email, email, address: anAddress() }, at);
    for (let count = 0; count < 5; count++) await ask(now);
    await expect(ask(later(1))).rejects.toThrow("Try again at 11:00 UTC.");
    await ask(later(60));
  });
});

describe("the mail", () => {
  test("goes to the address on record when number or username and address belong together", async () => {
    const member = await anAccount({ retiredAt: now });
    for (const account of [member.email, member.memberNumber, member.username]) {
      const typed = { account: ` ${account?.toUpperCase()}`, email: member.email.toLowerCase() };
      await answerResetRequest({ requestId: randomUUID(), ...typed }, now);
    }
    expect(await mailedLinks(member.email)).toHaveLength(3);
  });

  test("goes to the record that was kept when the address is that of a merged one", async () => {
    const [kept, other] = [await anAccount(), await anAccount()];
    await merge(await anAdministrator(), kept, other, now);
    const typed = { account: other.memberNumber ?? "", email: other.email };
    await answerResetRequest({ requestId: randomUUID(), ...typed }, now);
    expect([await mailedLinks(kept.email), await mailedLinks(other.email)]).toMatchObject([
      [expect.anything()],
      [],
    ]);
  });

  test("is not written for another's address, an unknown account or a username as the address", async () => {
    const [member, other] = [await anAccount(), await anAccount()];
    const before = await db.message.count();
    for (const [account, email] of [
      [member.memberNumber, other.email],
      ["nobody", member.email],
      [member.username, member.username],
    ]) {
      const typed = { account: account ?? "", email: email ?? "" };
      await answerResetRequest({ requestId: randomUUID(), ...typed }, now);
    }
    expect(await db.message.count()).toBe(before);
  });

  test("and its link are nowhere in the database as they are sent", async () => {
    const member = await anAccount();
    const link = await aLink(member);
    const [stored] = await db.message.findMany({ where: { toAddress: member.email } });
    expect(stored?.text).not.toContain(link);
    const rows = await db.passwordReset.findMany({ where: { memberId: member.id } });
    expect(rows.map(({ tokenHash }) => tokenHash)).toEqual([hashOf(link)]);
  });

  test("is written once when its job runs twice", async () => {
    const { email } = await anAccount();
    const job = { requestId: randomUUID(), account: email, email };
    await Promise.all([answerResetRequest(job, now), answerResetRequest(job, now)]);
    expect(await mailedLinks(email)).toHaveLength(1);
  });

  test("a new request kills the old link, also when both come at once", async () => {
    const { email } = await anAccount();
    const job = () => ({ requestId: randomUUID(), account: email, email });
    await Promise.all([answerResetRequest(job(), now), answerResetRequest(job(), now)]);
    const good = await Promise.all((await mailedLinks(email)).map((link) => isLinkGood(link, now)));
    expect(good.filter(Boolean)).toHaveLength(1);
  });
});

describe("setting a new password", () => {
  test("works once: of five at a time one wins", async () => {
    const member = await anAccount();
    const link = await aLink(member);
    const uses = await Promise.allSettled(
      [1, 2, 3, 4, 5].map((n) => resetPassword({ link, password: `${NEW} ${n}` }, now)),
    );
    expect(uses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const use of uses)
      if (use.status === "rejected") expect(use.reason.message).toMatch(spent);
    const told = { subjectId: member.id, act: "set a password" };
    expect(await db.auditEntry.count({ where: told })).toBe(1);
  });

  test("ends every session, tells the owner and lets them in with the new password only", async () => {
    const member = await anAccount();
    const { token } = await aSession(member, now);
    await resetPassword({ link: await aLink(member), password: NEW }, now);
    expect(await findSession(token, now)).toBeNull();
    const told = { toAddress: member.email, kind: "password_changed" as const };
    expect(await db.message.count({ where: told })).toBe(1);
    const login = { login: member.email, address: anAddress() };
    await expect(signIn({ ...login, password: PASSWORD }, now)).rejects.toThrow("go together");
    await signIn({ ...login, password: NEW }, now);
  });

  test("lets who was locked out by failures in at once", async () => {
    const member = await anAccount();
    const login = { login: member.username ?? "", address: anAddress() };
    for (let count = 0; count < 6; count++) {
      await signIn({ ...login, password: "guess" }, now).catch(() => {});
    }
    await resetPassword({ link: await aLink(member), password: NEW }, now);
    await signIn({ ...login, password: NEW }, now);
  });

  test("is refused by a link that is too old, replaced or made up", async () => {
    const member = await anAccount();
    const replaced = await aLink(member);
    const link = await aLink(member);
    const use = (given: string, at: Date) => resetPassword({ link: given, password: NEW }, at);
    await expect(use(replaced, now)).rejects.toThrow(spent);
    await expect(use("made-up", now)).rejects.toThrow(spent);
    expect(await isLinkGood(link, later(59))).toBe(true);
    await expect(use(link, later(60))).rejects.toThrow(spent);
  });

  test("leaves no session of the old password, however the two cross", async () => {
    for (let round = 0; round < 8; round++) {
      const member = await anAccount();
      const link = await aLink(member);
      const typed = { login: member.email, password: PASSWORD, address: anAddress() };
      await Promise.allSettled([resetPassword({ link, password: NEW }, now), signIn(typed, now)]);
      expect(await db.session.count({ where: { memberId: member.id, revokedAt: null } })).toBe(0);
    }
  });
});
