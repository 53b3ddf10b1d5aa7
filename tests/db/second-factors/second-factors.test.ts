import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import { setPassword, signIn, startSession } from "@/lib/accounts/commands";
import { hashPassword } from "@/lib/accounts/password";
import { findSession } from "@/lib/accounts/queries";
import { db } from "@/lib/db";
import { MACHINE } from "@/lib/members/rules";
import { openSecret } from "@/lib/second-factors/codes";
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeOthersSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from "@/lib/second-factors/commands";
import { findOwnFactor, findWaitingSession, hasSecondFactor } from "@/lib/second-factors/queries";
import { changeSettings } from "@/lib/settings/commands";
import { proveSession } from "@/lib/sign-in-codes/commands";
import { aCode } from "@/tests/support/a-code";
import { actorOf, anAccount, anAddress, aSession, PASSWORD } from "@/tests/support/accounts";
import { othersThanStaff } from "@/tests/support/staff";
import { whileItWaits } from "@/tests/support/while-it-waits";

const now = new Date("2026-11-21T10:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const wrongCode = /wrong, or was used/;

type Account = Awaited<ReturnType<typeof anAccount>>;

/** A member whose second factor is on since now; its next code is good from half a minute later. */
async function withFactor(told: Parameters<typeof anAccount>[0] = {}) {
  const member = await anAccount(told);
  const secret = await begun(member);
  const { token } = await aSession(member, now);
  const recoveryCodes = await confirmSecondFactor(
    actorOf(member),
    { code: aCode(secret, now), token, address: anAddress() },
    now,
  );
  return { member, secret, token, recoveryCodes };
}

async function begun(member: Account): Promise<string> {
  const proof = { password: PASSWORD, address: anAddress() };
  await beginSecondFactor(actorOf(member), proof, now);
  const secret = (await findOwnFactor(member.id, "ACE", now))?.setup?.secret;
  if (!secret) throw new Error("No secret is being set up");
  return secret;
}

const loginOf = ({ email }: Account) => ({
  login: email,
  password: PASSWORD,
  address: anAddress(),
});

const mailsTo = (memberId: string) =>
  db.message.findMany({
    where: { memberId, kind: "second_factor_changed" },
    orderBy: { id: "asc" },
    select: { text: true },
  });

describe("setting one up", () => {
  test("needs the password, shows the secret until a code was shown, and then asks at the sign-in", async () => {
    const member = await anAccount();
    const wrong = { password: "not the password", address: anAddress() };
    await expect(beginSecondFactor(actorOf(member), wrong, now)).rejects.toMatchObject({
      field: "password",
    });
    const secret = await begun(member);
    expect(await hasSecondFactor(member.id)).toBe(false);
    expect((await signIn(loginOf(member), now)).waitsForCode).toBe(false);

    const { token } = await aSession(member, now);
    const confirm = (code: string) =>
      confirmSecondFactor(actorOf(member), { code, token, address: anAddress() }, now);
    await expect(confirm("000000")).rejects.toMatchObject({ field: "code" });
    const codes = await confirm(aCode(secret, now));
    expect(codes).toHaveLength(10);
    expect(await findOwnFactor(member.id, "ACE", now)).toMatchObject({
      setup: null,
      recoveryCodesLeft: 10,
    });
    const stored = JSON.stringify(
      await db.recoveryCode.findMany({ where: { memberId: member.id } }),
    );
    for (const code of codes) expect(stored).not.toContain(code);
    const kept = await db.secondFactor.findUniqueOrThrow({ where: { memberId: member.id } });
    expect(kept.sealedSecret).not.toContain(secret);
    expect((await signIn(loginOf(member), later(60))).waitsForCode).toBe(true);
    await expect(begun(member)).rejects.toThrow("on already");
  });

  test("ends the sessions that the password alone had opened, but not this one", async () => {
    const member = await anAccount();
    const elsewhere = await aSession(member, now);
    const secret = await begun(member);
    const here = await aSession(member, now);
    const input = { code: aCode(secret, now), token: here.token, address: anAddress() };
    await confirmSecondFactor(actorOf(member), input, now);
    expect(await findSession(elsewhere.token, now)).toBeNull();
    expect(await findSession(here.token, now)).toMatchObject({ memberId: member.id });
    expect(await mailsTo(member.id)).toHaveLength(1);
  });
});

test("a sealed secret opens for its owner alone", async () => {
  const [mine, others] = [await withFactor(), await withFactor()];
  const { sealedSecret } = await db.secondFactor.findUniqueOrThrow({
    where: { memberId: mine.member.id },
  });
  expect(openSecret(sealedSecret, mine.member.id)).toBe(mine.secret);
  expect(openSecret(sealedSecret, others.member.id)).toBeNull();
});

test("a set-up that nobody confirms for half an hour is forgotten", async () => {
  const member = await anAccount();
  const secret = await begun(member);
  const at = later(30 * 60);
  const { token } = await aSession(member, at);
  expect(await findOwnFactor(member.id, "ACE", at)).toBeNull();
  const input = { code: aCode(secret, at), token, address: anAddress() };
  await expect(confirmSecondFactor(actorOf(member), input, at)).rejects.toMatchObject({
    kind: "conflict",
  });
  await begun(member);
});

test("a sign-in that is under way while it is turned on does not stay open without a code", async () => {
  const member = await anAccount();
  const secret = await begun(member);
  const here = await aSession(member, now);
  const input = { code: aCode(secret, now), token: here.token, address: anAddress() };
  let stolen = "";
  await whileItWaits(
    async (tx) => {
      // As a sign-in that has just looked at the password.
      await tx.$queryRaw`SELECT 1 FROM members WHERE id = ${member.id}::uuid FOR KEY SHARE`;
      stolen = (await startSession(tx, member.id, now)).token;
    },
    () => confirmSecondFactor(actorOf(member), input, now),
  );
  expect(await findSession(stolen, now)).toBeNull();
  expect(await findSession(here.token, now)).toMatchObject({ memberId: member.id });
});

describe("signing in", () => {
  test("a session that waits for the code opens nothing, and a code opens it under another token", async () => {
    const { member, secret } = await withFactor();
    const at = later(60);
    const { token, waitsForCode } = await signIn(loginOf(member), at);
    expect(waitsForCode).toBe(true);
    expect(await findSession(token, at)).toBeNull();
    const prove = (code: string, when = at) =>
      proveSession({ token, code, address: anAddress() }, when);
    await expect(prove("123456")).rejects.toThrow(wrongCode);
    const opened = await prove(aCode(secret, at));
    expect(opened.token).not.toBe(token);
    expect(await findSession(token, at)).toBeNull();
    expect(await findSession(opened.token, at)).toMatchObject({ memberId: member.id });
    expect(await findSession(opened.token, later(60 + 12 * 3600 + 1))).toBeNull();
  });

  test("a code is good once, also of four uses at a time", async () => {
    const { member, secret } = await withFactor();
    const at = later(60);
    const code = aCode(secret, at);
    const tokens = await Promise.all([1, 2, 3, 4].map(() => signIn(loginOf(member), at)));
    const outcomes = await Promise.allSettled(
      tokens.map(({ token }) => proveSession({ token, code, address: anAddress() }, at)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { token } = await signIn(loginOf(member), at);
    // The one that turned it on is spent as well.
    await expect(
      proveSession({ token, code: aCode(secret, now), address: anAddress() }, later(89)),
    ).rejects.toThrow(wrongCode);
  });

  test("ten minutes after the password it is too late", async () => {
    const { member, secret } = await withFactor();
    const { token } = await signIn(loginOf(member), later(60));
    expect(await findWaitingSession(token, later(659))).toEqual({ memberId: member.id });
    const at = later(661);
    const late = proveSession({ token, code: aCode(secret, at), address: anAddress() }, at);
    await expect(late).rejects.toThrow("too long");
  });

  test("after five wrong codes the sixth is not looked at, whichever session asks", async () => {
    const { member, secret } = await withFactor();
    const at = later(60);
    for (let tried = 0; tried < 5; tried += 1) {
      const { token } = await signIn(loginOf(member), at);
      const guess = proveSession({ token, code: "123456", address: anAddress() }, at);
      await expect(guess).rejects.toThrow(wrongCode);
    }
    const { token } = await signIn(loginOf(member), at);
    const right = proveSession({ token, code: aCode(secret, at), address: anAddress() }, at);
    await expect(right).rejects.toThrow("too many tries");
  });

  test("a recovery code stands in once, and the owner hears of it", async () => {
    const { member, recoveryCodes } = await withFactor();
    const [first = ""] = recoveryCodes;
    const [one, two] = await Promise.all([
      signIn(loginOf(member), later(60)),
      signIn(loginOf(member), later(60)),
    ]);
    const prove = (token: string, code: string) =>
      proveSession({ token, code, address: anAddress() }, later(61));
    const opened = await prove(one.token, ` ${first.toLowerCase().replaceAll("-", " ")}`);
    expect(await findSession(opened.token, later(61))).toMatchObject({ memberId: member.id });
    await expect(prove(two.token, first)).rejects.toThrow(wrongCode);
    expect(await findOwnFactor(member.id, "ACE", now)).toMatchObject({ recoveryCodesLeft: 9 });
    const mails = await mailsTo(member.id);
    expect(mails.at(-1)?.text).toContain("recovery code");
  });

  test("of two uses of a recovery code at once one is taken", async () => {
    const { member, recoveryCodes } = await withFactor();
    const [code = ""] = recoveryCodes;
    const sessions = await Promise.all([1, 2].map(() => signIn(loginOf(member), later(60))));
    const outcomes = await Promise.allSettled(
      sessions.map(({ token }) => proveSession({ token, code, address: anAddress() }, later(61))),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("new recovery codes take the place of the old ones", async () => {
    const { member, secret, recoveryCodes } = await withFactor();
    const at = later(60);
    const proof = { password: PASSWORD, address: anAddress() };
    const renew = (code: string) => renewRecoveryCodes(actorOf(member), { ...proof, code }, at);
    await expect(renew("123456")).rejects.toMatchObject({ field: "code" });
    const fresh = await renew(aCode(secret, at));
    expect(fresh).toHaveLength(10);
    const prove = async (code: string) => {
      const { token } = await signIn(loginOf(member), at);
      return proveSession({ token, code, address: anAddress() }, at);
    };
    await expect(prove(recoveryCodes[0] ?? "")).rejects.toThrow(wrongCode);
    await prove(fresh[0] ?? "");
    expect((await mailsTo(member.id)).some(({ text }) => text.includes("new recovery codes"))).toBe(
      true,
    );
  });

  test("another member's code or recovery code opens nothing", async () => {
    const [mine, others] = [await withFactor(), await withFactor()];
    const { token } = await signIn(loginOf(mine.member), later(60));
    for (const code of [aCode(others.secret, later(60)), others.recoveryCodes[0] ?? ""]) {
      const tried = proveSession({ token, code, address: anAddress() }, later(60));
      await expect(tried).rejects.toThrow(wrongCode);
    }
  });

  test("a new password ends the sessions that wait", async () => {
    const { member, secret } = await withFactor();
    const at = later(60);
    const { token } = await signIn(loginOf(member), at);
    const passwordHash = await hashPassword("another fine password");
    await db.$transaction((tx) =>
      setPassword(tx, MACHINE, { memberId: member.id, passwordHash }, at),
    );
    const prove = proveSession({ token, code: aCode(secret, at), address: anAddress() }, at);
    await expect(prove).rejects.toThrow("too long");
  });
});

describe("turning it off", () => {
  test("takes the password and a code", async () => {
    const { member, secret } = await withFactor();
    const at = later(60);
    const remove = (password: string, code: string) =>
      removeSecondFactor(actorOf(member), { password, code, address: anAddress() }, at);
    await expect(remove("wrong password", aCode(secret, at))).rejects.toMatchObject({
      field: "password",
    });
    await expect(remove(PASSWORD, "123456")).rejects.toMatchObject({ field: "code" });
    await remove(PASSWORD, aCode(secret, at));
    expect(await hasSecondFactor(member.id)).toBe(false);
    expect((await signIn(loginOf(member), at)).waitsForCode).toBe(false);
    expect(await db.recoveryCode.count({ where: { memberId: member.id } })).toBe(0);
  });

  test("of others it takes an administrator, who gives a reason and not their own", async () => {
    const { member, token } = await withFactor();
    const administrator = { ...actorOf(await anAccount()), roles: ["administrator" as const] };
    const input = { memberId: member.id, reason: "The phone was stolen; called back." };
    for (const actor of await othersThanStaff()) {
      await expect(removeOthersSecondFactor(actor, input, now)).rejects.toMatchObject({
        kind: "not-found",
      });
    }
    const staff = { ...administrator, roles: ["staff" as const] };
    await expect(removeOthersSecondFactor(staff, input, now)).rejects.toMatchObject({
      kind: "not-found",
    });
    const own = { ...administrator, memberId: member.id };
    await expect(removeOthersSecondFactor(own, input, now)).rejects.toThrow("own record");
    await removeOthersSecondFactor(administrator, input, now);
    expect(await hasSecondFactor(member.id)).toBe(false);
    expect(await findSession(token, now)).toBeNull();
    await expect(removeOthersSecondFactor(administrator, input, now)).rejects.toMatchObject({
      kind: "conflict",
      message: "This member has no second factor: it was removed already.",
    });
    const nobody = { ...input, memberId: randomUUID() };
    await expect(removeOthersSecondFactor(administrator, nobody, now)).rejects.toMatchObject({
      kind: "not-found",
    });
    expect((await mailsTo(member.id)).at(-1)?.text).toContain("removed the second factor");
  });
});

describe("where the association asks its staff for one", () => {
  test("who asks for it has one", async () => {
    const administrator = { ...actorOf(await anAccount()), roles: ["administrator" as const] };
    const asking = changeSettings(administrator, { staffSecondFactor: true }, now);
    await expect(asking).rejects.toMatchObject({ field: "staffSecondFactor" });
  });

  test("roles wait until it is set up, and it stays", async () => {
    const change = (staffSecondFactor: boolean) =>
      changeSettings(MACHINE, { staffSecondFactor }, now);
    onTestFinished(() => change(false));
    const plain = await anAccount();
    const roles = ["staff", "local_office"] as const;
    const office = await db.localOffice.create({ data: { name: `Office ${plain.id}` } });
    const grant = (memberId: string) =>
      db.roleGrant.createMany({
        data: roles.map((role) => ({
          memberId,
          role,
          officeId: role === "local_office" ? office.id : null,
          grantedAt: now,
        })),
      });
    await grant(plain.id);
    const { token } = await aSession(plain, now);
    const guarded = await withFactor();
    await grant(guarded.member.id);
    await change(true);
    expect(await findSession(token, now)).toMatchObject({
      roles: ["local_office"],
      lacksFactor: true,
    });
    expect(await findSession(guarded.token, now)).toMatchObject({ lacksFactor: false });
    const off = { password: PASSWORD, code: "123456", address: anAddress() };
    await expect(removeSecondFactor(actorOf(guarded.member), off, now)).rejects.toThrow("stays");
    await change(false);
    expect((await findSession(token, now))?.roles).toEqual(expect.arrayContaining([...roles]));
  });
});
