import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { recordAudit } from "@/lib/audit/commands";
import { eraseValues } from "@/lib/audit-erasures/commands";
import { findAuditEntry, listActs, searchAudit } from "@/lib/audit-log/queries";
import { auditSearchSchema } from "@/lib/audit-log/schema";
import { db } from "@/lib/db";
import { type Actor, MACHINE, type MemberActor } from "@/lib/members/rules";
import { aClaim } from "@/tests/support/a-claim";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { sealAll, verdict } from "@/tests/support/audit";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

const now = new Date("2026-11-21T23:30:00Z");
const search = (typed: Record<string, string | undefined>) =>
  searchAudit(auditSearchSchema.parse(typed));

async function anAdministrator(): Promise<MemberActor> {
  return { ...actorOf(await anAccount({ password: null })), roles: ["administrator"] };
}

async function anAct(told: { actor?: Actor; subjectId?: string; at?: Date } = {}) {
  const { actor = MACHINE, subjectId = randomUUID(), at = now } = told;
  const act = `tried ${randomUUID().slice(0, 8)}`;
  const personal = { name: "Ada", phone: { from: null, to: "555" } };
  await recordAudit(
    db,
    { actor, act, subject: "member", subjectId, facts: { to: 1 }, personal },
    at,
  );
  return act;
}

test("an entry is found by its act, by who did it, and by whom it is about", async () => {
  const [one, other] = [await anAccount({ password: null }), await anAccount({ password: null })];
  const act = await anAct({ actor: actorOf(one), subjectId: other.id });
  expect(await listActs()).toContain(act);
  for (const typed of [{ act }, { who: one.email }, { about: other.memberNumber ?? "" }]) {
    expect((await search(typed))?.entries).toMatchObject([{ act, who: "Ada Example" }]);
  }
  expect(await search({ who: "nobody-knows@example.org" })).toBeNull();
  expect((await search({ act, about: one.id }))?.entries).toEqual([]);
});

test("about a member tells also of their claims, credit and renewals, and of an event by its code", async () => {
  const claim = await aClaim();
  const { member } = claim;
  const entry = await anEntry(member);
  const others = await anEntry(await anAccount({ password: null }));
  const act = await anAct({ subjectId: claim.id });
  const [ofEntry, ofAnother] = [
    await anAct({ subjectId: entry.id }),
    await anAct({ subjectId: others.id }),
  ];
  const about = member.email;
  expect((await search({ act, about }))?.entries).toHaveLength(1);
  expect((await search({ act: ofEntry, about }))?.entries).toHaveLength(1);
  expect((await search({ act: ofAnother, about }))?.entries).toEqual([]);
  const ofEvent = await anAct({ subjectId: claim.event.id });
  const found = await search({ act: ofEvent, about: claim.event.code.toLowerCase() });
  expect(found?.entries).toHaveLength(1);
});

test("who is a sentence's word where nobody was signed in, or came by another door", async () => {
  const member = actorOf(await anAccount({ password: null }));
  const who = async (actor: Actor) =>
    (await search({ act: await anAct({ actor }) }))?.entries.map((entry) => entry.who);
  expect(await who({ ...MACHINE, door: "worker" })).toEqual(["The schedule"]);
  expect(await who({ ...MACHINE, door: "web" })).toEqual(["The website"]);
  expect(await who(member)).toEqual(["Ada Example"]);
  expect(await who({ ...member, door: "command line" })).toEqual([
    "Ada Example (the command line)",
  ]);
});

test("days are the association's", async () => {
  // 18:30 in New York.
  const act = await anAct();
  await db.setting.update({ where: { id: 1 }, data: { timeZone: "America/New_York" } });
  expect((await search({ act, from: "2026-11-21", to: "2026-11-21" }))?.entries).toHaveLength(1);
  expect((await search({ act, from: "2026-11-22" }))?.entries).toEqual([]);
  expect((await search({ act, to: "2026-11-20" }))?.entries).toEqual([]);
});

test("pages go on where the last one ended", async () => {
  const actor = actorOf(await anAccount({ password: null }));
  const { email } = await db.member.findUniqueOrThrow({ where: { id: actor.memberId } });
  for (let n = 0; n < 51; n += 1) await anAct({ actor });
  const first = await search({ who: email });
  expect(first?.entries).toHaveLength(50);
  const rest = await search({ who: email, after: String(first?.next) });
  expect(rest?.entries).toHaveLength(1);
  expect(rest?.next).toBeNull();
  const oldest = await search({ who: email, sort: "oldest" });
  expect(oldest?.entries[0]).toEqual(rest?.entries[0]);
  const latest = await search({ who: email, sort: "oldest", after: String(oldest?.next) });
  expect(latest?.entries).toEqual(first?.entries.slice(0, 1));
});

test.each([
  ["act", "act\0"],
  ["who", "\0"],
  ["about", "\0"],
  ["after", "99999999999999999999"],
  ["after", "-1"],
  ["from", "yesterday"],
])("an address whose %s makes no sense filters by nothing", async (name, typed) => {
  await anAct();
  expect((await search({ [name]: typed }))?.entries).not.toEqual([]);
});

test("erased values are gone, told of, and the seals still hold", async () => {
  const [{ entries = [] } = {}] = [(await search({ act: await anAct() })) ?? {}];
  const id = entries[0]?.id ?? "";
  expect(await findAuditEntry(id)).toMatchObject({ erased: [], values: [{}, {}] });
  const erase = (actor: MemberActor) => eraseValues(actor, { entryId: id, reason: "Asked." }, now);
  for (const actor of [await aStaffMember(), ...(await othersThanStaff())]) {
    const refused = erase(actor as MemberActor);
    await expect(refused).rejects.toMatchObject({ kind: "not-found" });
  }
  const outcomes = await Promise.allSettled([
    erase(await anAdministrator()),
    erase(await anAdministrator()),
  ]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await findAuditEntry(id)).toMatchObject({ erased: ["name", "phone"], values: [] });
  const told = { act: "erased personal values", subjectId: id };
  expect(await db.auditEntry.count({ where: told })).toBe(1);
  await sealAll("all");
  expect(await verdict()).toMatchObject({ faults: [], unsealed: 0 });
});

test("nobody erases what is told of themselves", async () => {
  const actor = await anAdministrator();
  for (const told of [{ actor }, { subjectId: actor.memberId }]) {
    const [entry] = (await search({ act: await anAct(told) }))?.entries ?? [];
    const erase = eraseValues(actor, { entryId: entry?.id ?? "", reason: "Asked." }, now);
    await expect(erase).rejects.toThrow("Nobody decides about their own record");
  }
});

test("what an entry mentions is called by its name, as far as it is known", async () => {
  const [member, someone] = [
    await anAccount({ password: null }),
    await anAccount({ password: null }),
  ];
  const act = `tried ${randomUUID().slice(0, 8)}`;
  const told = { act, subject: "member", subjectId: member.id, facts: { by: [someone.id] } };
  await recordAudit(db, { actor: MACHINE, ...told }, now);
  const found = await search({ act });
  expect(found?.entries).toMatchObject([{ about: "member: Ada Example" }]);
  expect(found?.names.get(someone.id)).toBe("Ada Example");
  expect(await anAct().then((other) => search({ act: other }))).toMatchObject({
    entries: [{ about: "member" }],
  });
});
