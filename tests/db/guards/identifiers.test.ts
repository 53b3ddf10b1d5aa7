import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { findMemberId } from "@/lib/members/queries";
import { anAccount } from "@/tests/support/accounts";
import { NO_PRIVILEGE, refusalOf, TAKEN } from "@/tests/support/as-role";

const byApp = (sql: string) => refusalOf("credence_app", sql);
const aMember = () => anAccount({ password: null });

const set = (member: { id: string }, column: string, value: string | null) =>
  `UPDATE members SET ${column} = ${value === null ? "NULL" : `'${value}'`} WHERE id = '${member.id}'`;

describe("an e-mail address, username or member number belongs to one member", () => {
  test.each(["email", "username", "member_number"])(
    "whichever of the three it is: taken as %s",
    async (column) => {
      const [one, other] = [await aMember(), await aMember()];
      // An e-mail address is the one value that all three columns can hold.
      expect(await byApp(set(other, column, one.email))).toBe(TAKEN);
    },
  );

  test.each(["username", "member_number"])("a number or username, taken as %s", async (column) => {
    const [one, other] = [await aMember(), await aMember()];
    expect(await byApp(set(other, column, one.memberNumber))).toBe(TAKEN);
    expect(await byApp(set(other, column, one.username))).toBe(TAKEN);
  });

  test("however it is written: padded, in capitals, in wide letters, with a sharp s", async () => {
    const [one, other] = [await aMember(), await aMember()];
    await db.member.update({ where: { id: one.id }, data: { username: "Straße-7a" } });
    for (const same of ["straße-7A", " Straße-7a ", "STRASSE-7A", "Ｓtraße-７a"]) {
      expect(await byApp(set(other, "username", same))).toBe(TAKEN);
      expect(await findMemberId(same)).toBe(one.id);
    }
    expect(await byApp(set(other, "username", "Straße-7b"))).toBeNull();
  });

  test("also of a new member", async () => {
    const { email } = await aMember();
    const add = `INSERT INTO members (id, username, email, first_name, last_name, created_at)
      VALUES (uuidv7(), '${email.toUpperCase()}', 'new-one@example.org', 'Ada', 'Example', now())`;
    expect(await byApp(add)).toBe(TAKEN);
  });

  test("who may use one of their own twice, and it stays theirs", async () => {
    const one = await aMember();
    await db.member.update({ where: { id: one.id }, data: { username: one.email } });
    expect(await findMemberId(one.email)).toBe(one.id);
    await db.member.update({ where: { id: one.id }, data: { username: null } });
    expect(await findMemberId(one.email)).toBe(one.id);
  });

  test("until it is given up: then another may have it", async () => {
    const [one, other] = [await aMember(), await aMember()];
    const { username } = one;
    await db.member.update({ where: { id: one.id }, data: { username: null } });
    expect(await findMemberId(username ?? "")).toBeNull();
    await db.member.update({ where: { id: other.id }, data: { username } });
    expect(await findMemberId(username ?? "")).toBe(other.id);
  });
});

test("two members may swap identifiers, in one statement", async () => {
  const [one, other] = [await aMember(), await aMember()];
  await db.$executeRaw`
    UPDATE members m SET username = o.username, email = o.email FROM members o
      WHERE m.id IN (${one.id}::uuid, ${other.id}::uuid) AND o.id IN (${one.id}::uuid, ${other.id}::uuid)
        AND m.id <> o.id`;
  expect(await findMemberId(one.email)).toBe(other.id);
  expect(await findMemberId(other.username ?? "")).toBe(one.id);
  expect(await findMemberId(one.memberNumber ?? "")).toBe(one.id);
});

test("two members given the same identifier at once: one gets it", async () => {
  const members = await Promise.all([aMember(), aMember(), aMember()]);
  const username = `shared-${members[0]?.id}`;
  const outcomes = await Promise.allSettled(
    members.map(({ id }) => db.member.update({ where: { id }, data: { username } })),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual([
    "fulfilled",
    "rejected",
    "rejected",
  ]);
});

test("the application writes no identifier itself", async () => {
  const { id } = await aMember();
  const add = `INSERT INTO identifiers (key, member_id) VALUES ('forged', '${id}')`;
  expect(await byApp(add)).toBe(NO_PRIVILEGE);
  const change = "UPDATE identifiers SET member_id = member_id";
  expect(await byApp(change)).toBe(NO_PRIVILEGE);
  expect(await byApp("DELETE FROM identifiers")).toBe(NO_PRIVILEGE);
});
