import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { findSession } from "@/lib/accounts/queries";
import { db } from "@/lib/db";
import { retireMember } from "@/lib/directory/commands";
import { chooseMails, chooseProfession } from "@/lib/members/commands";
import { findCommandLineActor } from "@/lib/members/queries";
import { type Actor, MAILS_OF_CHOICE } from "@/lib/members/rules";
import { grantRole, withdrawRole } from "@/lib/roles/commands";
import type { MessageKind } from "@/prisma/generated/enums";
import { actorOf, anAccount, aSession } from "@/tests/support/accounts";

const now = new Date("2026-11-21T10:00:00Z");
const machine: Actor = { memberId: null, door: "command line", roles: [] };
const anEmail = () => `staff-${randomUUID()}@example.org`;

describe("granting a role", () => {
  test("to a member changes nothing but the role, once", async () => {
    const member = await anAccount();
    const grant = { email: member.email.toUpperCase(), role: "staff" as const };
    expect(await grantRole(machine, grant, now)).toEqual({
      madeAccount: false,
      madeOffice: false,
      heldAlready: false,
    });
    expect(await grantRole(machine, grant, now)).toMatchObject({ heldAlready: true });
    const told = { subjectId: member.id, act: "granted a role" };
    expect(await db.auditEntry.count({ where: told })).toBe(1);
    expect(await findCommandLineActor(member.username ?? "")).toMatchObject({ roles: ["staff"] });
  });

  test("to an unknown address makes one staff account, also when asked twice at once", async () => {
    const email = anEmail();
    const grant = () => grantRole(machine, { email, role: "administrator" }, now);
    await Promise.allSettled([grant(), grant(), grant()]);
    const accounts = await db.member.findMany({ where: { email }, include: { roles: true } });
    expect(accounts).toHaveLength(1);
    expect(accounts[0]).toMatchObject({ passwordHash: null, roles: [{ role: "administrator" }] });
  });

  test("for a local office moves the grant when the office is another one", async () => {
    const email = anEmail();
    const [north, south] = [`North ${randomUUID()}`, `South ${randomUUID()}`];
    await grantRole(machine, { email, role: "local_office", office: north }, now);
    await grantRole(machine, { email, role: "local_office", office: south }, now);
    const held = await db.roleGrant.findMany({
      where: { member: { email } },
      select: { office: { select: { name: true } } },
    });
    expect(held).toEqual([{ office: { name: south } }]);
  });

  test("finds the local office however its name is written", async () => {
    const [email, office] = [anEmail(), `North ${randomUUID()}`];
    await grantRole(machine, { email, role: "local_office", office }, now);
    const again = { email, role: "local_office" as const, office: office.toUpperCase() };
    const told = { madeOffice: false, heldAlready: true };
    expect(await grantRole(machine, again, now)).toMatchObject(told);
  });

  test("is not for staff to do, nor for administrators on themselves", async () => {
    const member = await anAccount();
    const grant = { email: member.email, role: "administrator" as const };
    const staff: Actor = { ...actorOf(await anAccount()), roles: ["staff"] };
    await expect(grantRole(staff, grant, now)).rejects.toMatchObject({ kind: "not-found" });
    const own: Actor = { ...actorOf(member), roles: ["administrator"] };
    await expect(grantRole(own, grant, now)).rejects.toThrow(
      "Nobody decides about their own record",
    );
  });

  test("to an address that is another member's username is refused", async () => {
    const email = anEmail();
    const { id } = await anAccount();
    await db.member.update({ where: { id }, data: { username: email } });
    await expect(grantRole(machine, { email, role: "staff" }, now)).rejects.toThrow("username");
  });
});

describe("withdrawing a role", () => {
  const held = (memberId: string) => db.roleGrant.count({ where: { memberId } });

  async function administrators(count: number) {
    await db.roleGrant.deleteMany({ where: { role: { not: "administrator" } } });
    const others = await db.roleGrant.findMany({ select: { memberId: true } });
    const made = await Promise.all(
      Array.from({ length: count }, async () => {
        const { id } = await anAccount({ password: null });
        await db.roleGrant.create({
          data: { memberId: id, role: "administrator", grantedAt: now },
          select: { role: true },
        });
        return { ...actorOf({ id }), roles: ["administrator"] } as const;
      }),
    );
    const memberId = { in: others.map((other) => other.memberId) };
    await db.roleGrant.deleteMany({ where: { memberId } });
    return made;
  }

  test("ends it at once and is audited", async () => {
    const member = await anAccount({ password: null });
    await grantRole(machine, { email: member.email, role: "staff" }, now);
    await withdrawRole(machine, { memberId: member.id, role: "staff" }, now);
    expect(await held(member.id)).toBe(0);
    const told = { subjectId: member.id, act: "withdrew a role" };
    expect(await db.auditEntry.count({ where: told })).toBe(1);
  });

  test("a second time is told that it was done; of nobody it is not found", async () => {
    const member = await anAccount({ password: null });
    await grantRole(machine, { email: member.email, role: "staff" }, now);
    const withdraw = (memberId: string) => withdrawRole(machine, { memberId, role: "staff" }, now);
    const outcomes = await Promise.allSettled([withdraw(member.id), withdraw(member.id)]);
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused.map(({ reason }) => reason.kind)).toEqual(["conflict"]);
    await expect(withdraw(member.id)).rejects.toThrow("withdrawn already");
    await expect(withdraw(randomUUID())).rejects.toMatchObject({ kind: "not-found" });
    const told = { subjectId: member.id, act: "withdrew a role" };
    expect(await db.auditEntry.count({ where: told })).toBe(1);
  });

  test("is not for staff, and nobody withdraws their own", async () => {
    const [one, other] = await administrators(2);
    if (!one || !other) throw new Error("Two administrators were made.");
    const role = "administrator" as const;
    const own = withdrawRole(one, { memberId: one.memberId, role }, now);
    await expect(own).rejects.toThrow("Nobody decides about their own record");
    const staff: Actor = { ...actorOf(await anAccount({ password: null })), roles: ["staff"] };
    const bystaff = withdrawRole(staff, { memberId: other.memberId, role }, now);
    await expect(bystaff).rejects.toMatchObject({ kind: "not-found" });
    expect(await held(other.memberId)).toBe(1);
  });

  test("of two administrators who withdraw each other's role at once, one stays", async () => {
    const [one, other] = await administrators(2);
    if (!one || !other) throw new Error("Two administrators were made.");
    const role = "administrator" as const;
    const outcomes = await Promise.allSettled([
      withdrawRole(one, { memberId: other.memberId, role }, now),
      withdrawRole(other, { memberId: one.memberId, role }, now),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db.roleGrant.count({ where: { role } })).toBe(1);
  });

  test("a retired administrator is none: neither signed in nor as the last one", async () => {
    const [one, other] = await administrators(2);
    if (!one || !other) throw new Error("Two administrators were made.");
    const retire = (actor: Actor, memberId: string) =>
      retireMember(actor, { memberId, reason: "Left." }, now);
    const outcomes = await Promise.allSettled([
      retire(one, other.memberId),
      retire(other, one.memberId),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const retired = outcomes[0]?.status === "fulfilled" ? other : one;
    const stays = retired === one ? other : one;
    const { token } = await aSession({ id: retired.memberId });
    expect(await findSession(token, new Date())).toMatchObject({ roles: [] });
    const withdraw = withdrawRole(
      machine,
      { memberId: stays.memberId, role: "administrator" },
      now,
    );
    await expect(withdraw).rejects.toThrow("This is the last administrator.");
  });

  test("is refused for the last administrator, by whoever holds the machine as well", async () => {
    const [last] = await administrators(1);
    const withdraw = withdrawRole(
      machine,
      { memberId: last?.memberId ?? "", role: "administrator" },
      now,
    );
    await expect(withdraw).rejects.toThrow("This is the last administrator.");
  });
});

describe("what members change themselves", () => {
  test("a profession is chosen once, of two at a time one stands", async () => {
    const member = await anAccount();
    const choose = (profession: string) => chooseProfession(actorOf(member), { profession }, now);
    await expect(choose("Astronaut")).rejects.toMatchObject({ field: "profession" });
    const both = await Promise.allSettled([choose("MD"), choose("Nurse")]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(choose("DO")).rejects.toThrow("already on record");
  });

  test("mails are switched off and on again, security mail has no switch", async () => {
    const member = await anAccount();
    const muted = async () =>
      (await db.mutedMessage.findMany({ where: { memberId: member.id } }))
        .map(({ kind }) => kind)
        .sort();
    const allBut = (...kinds: MessageKind[]) =>
      MAILS_OF_CHOICE.map(({ kind }) => kind)
        .filter((kind) => !kinds.includes(kind))
        .sort();
    await chooseMails(actorOf(member), { credits_open: "on" }, now);
    expect(await muted()).toEqual(allBut("credits_open"));
    await chooseMails(actorOf(member), { credits_submitted: "on", certificate_changed: "on" }, now);
    expect(await muted()).toEqual(allBut("credits_submitted", "certificate_changed"));
    expect(await muted()).not.toContain("password_reset");
  });
});
