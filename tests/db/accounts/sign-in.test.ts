import { describe, expect, test } from "vitest";
import { endOwnSessions, endSession, setPassword, signIn } from "@/lib/accounts/commands";
import { hashPassword } from "@/lib/accounts/password";
import { findSession } from "@/lib/accounts/queries";
import { admitAttempt } from "@/lib/attempts/commands";
import { db } from "@/lib/db";
import { MACHINE } from "@/lib/members/rules";
import { actorOf, anAccount, anAddress, aSession, PASSWORD } from "@/tests/support/accounts";

const now = new Date("2026-11-21T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const mismatch = /do not go together/;

describe("signing in", () => {
  test("the e-mail address, the number and the username lead to one account, however they are written", async () => {
    const member = await anAccount();
    for (const login of [
      member.email,
      ` ${member.email.toUpperCase()} `,
      member.memberNumber ?? "",
      member.username?.toUpperCase() ?? "",
      // Full-width digits and letters of an Asian keyboard.
      (member.memberNumber ?? "").replace(/[!-~]/g, (c) =>
        String.fromCharCode(c.charCodeAt(0) + 0xfee0),
      ),
    ]) {
      const { token } = await signIn({ login, password: PASSWORD, address: anAddress() }, now);
      expect(await findSession(token, now)).toMatchObject({ memberId: member.id });
    }
  });

  test("a password typed as other code points is the same password", async () => {
    const member = await anAccount({ password: "cafe\u0301 au lait" });
    const typed = { login: member.email, password: "caf\u00e9 au lait", address: anAddress() };
    await expect(signIn(typed, now)).resolves.toHaveProperty("token");
  });

  test("a wrong password, an unknown login and an account without a password get one answer", async () => {
    const [member, fresh] = [await anAccount(), await anAccount({ password: null })];
    const tries = [
      { login: member.email, password: "wrong password" },
      { login: "nobody@example.org", password: PASSWORD },
      { login: fresh.email, password: PASSWORD },
      { login: fresh.email, password: "" },
    ];
    for (const typed of tries) {
      await expect(signIn({ ...typed, address: anAddress() }, now)).rejects.toThrow(mismatch);
    }
  });

  test("a retired member signs in", async () => {
    const { email } = await anAccount({ retiredAt: now });
    await signIn({ login: email, password: PASSWORD, address: anAddress() }, now);
  });
});

describe("too many tries", () => {
  test("of fifty at once at most five are looked at", async () => {
    const { email } = await anAccount();
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, () =>
        signIn({ login: email, password: "guess", address: anAddress() }, now),
      ),
    );
    const words = tries.map((result) =>
      result.status === "rejected" ? result.reason.message : "in",
    );
    expect(words).not.toContain("in");
    expect(words.filter((word) => mismatch.test(word)).length).toBeLessThanOrEqual(5);
    expect(words.every((word) => /do not go together|too many tries/.test(word))).toBe(true);
  });

  test("after five failures the right password waits too, until the time that is named", async () => {
    const { email } = await anAccount();
    const fail = (at: Date) =>
      signIn({ login: email, password: "guess", address: anAddress() }, at);
    for (let minute = 0; minute < 5; minute++)
      await expect(fail(later(minute))).rejects.toThrow(mismatch);
    const right = { login: email.toUpperCase(), password: PASSWORD, address: anAddress() };
    await expect(signIn(right, later(5))).rejects.toThrow("Try again at 10:15 UTC.");
    await expect(signIn(right, later(5))).rejects.toThrow("Try again at 10:15 UTC.");
    await expect(signIn(right, later(15))).resolves.toHaveProperty("token");
  });

  test("three names of one account have five tries together, and its owner's new password clears them", async () => {
    const { id, email, memberNumber, username } = await anAccount();
    const names = [email, memberNumber ?? "", username ?? ""];
    const fail = (count: number) =>
      signIn({ login: names[count % 3] ?? "", password: "guess", address: anAddress() }, now);
    for (let count = 0; count < 5; count++) await expect(fail(count)).rejects.toThrow(mismatch);
    for (let name = 0; name < 3; name++) await expect(fail(name)).rejects.toThrow("too many tries");
    const passwordHash = await hashPassword(PASSWORD);
    await db.$transaction((tx) => setPassword(tx, MACHINE, { memberId: id, passwordHash }, now));
    await signIn({ login: email, password: PASSWORD, address: anAddress() }, now);
  });

  test("an account that does not exist is throttled like one that does", async () => {
    const login = `nobody-${anAddress()}`;
    const fail = () => signIn({ login, password: "guess", address: anAddress() }, now);
    for (let count = 0; count < 5; count++) await expect(fail()).rejects.toThrow(mismatch);
    await expect(fail()).rejects.toThrow("too many tries");
  });

  test("a success is no try that counts", async () => {
    const { email } = await anAccount();
    for (let count = 0; count < 8; count++) {
      await signIn({ login: email, password: PASSWORD, address: anAddress() }, now);
    }
  });

  test("one address trying account after account is stopped", async () => {
    const address = anAddress();
    for (let count = 0; count < 100; count++) {
      await admitAttempt("sign_in", { account: anAddress(), address }, now);
    }
    const { email } = await anAccount();
    const typed = { login: email, password: PASSWORD };
    await expect(signIn({ ...typed, address }, now)).rejects.toThrow("too many tries");
    await signIn({ ...typed, address: anAddress() }, now);
  });
});

describe("a session", () => {
  test("lasts twelve hours, and its row holds no token", async () => {
    const member = await anAccount();
    const { token } = await aSession(member, now);
    expect(await findSession(token, later(719))).not.toBeNull();
    expect(await findSession(token, later(720))).toBeNull();
    expect(await db.session.count({ where: { tokenHash: token } })).toBe(0);
  });

  test("is nobody's from the moment of signing out", async () => {
    const member = await anAccount();
    const [here, elsewhere] = [await aSession(member, now), await aSession(member, now)];
    await endSession(here.token, now);
    expect(await findSession(here.token, now)).toBeNull();
    expect(await findSession(elsewhere.token, now)).not.toBeNull();
  });

  test("signing out everywhere ends one's own sessions and nobody else's", async () => {
    const [member, other] = [await anAccount(), await anAccount()];
    const own = [await aSession(member, now), await aSession(member, now)];
    const others = await aSession(other, now);
    await endOwnSessions(actorOf(member), now);
    for (const { token } of own) expect(await findSession(token, now)).toBeNull();
    expect(await findSession(others.token, now)).not.toBeNull();
  });

  test("a token that nobody was given is nobody", async () => {
    expect(await findSession("", now)).toBeNull();
    expect(await findSession("\u0000", now)).toBeNull();
  });
});
