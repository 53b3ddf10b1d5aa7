import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { MACHINE } from "@/lib/members/rules";
import { changePageText } from "@/lib/page-texts/commands";
import { findPageText } from "@/lib/page-texts/queries";
import { blocksOf, PAGE_NAMES } from "@/lib/page-texts/rules";
import { pageTextSchema } from "@/lib/page-texts/schema";
import { actorOf, anAccount } from "@/tests/support/accounts";

const now = new Date("2026-11-22T10:00:00Z");

async function anAdministrator(firstName = "Alex") {
  const account = await anAccount({ password: null });
  await db.member.update({ where: { id: account.id }, data: { firstName, lastName: "Editor" } });
  return { ...actorOf(account), roles: ["administrator"] as const };
}

test.each(PAGE_NAMES)("the text of %s ships, and could be saved as it is", async (name) => {
  const { text, version } = await findPageText(name);
  expect(blocksOf(text).length).toBeGreaterThan(2);
  expect(pageTextSchema.parse({ name, version, text })).toMatchObject({ text, act: "save" });
});

test("an administrator changes a text, and the log keeps from what to what", async () => {
  const actor = await anAdministrator();
  const before = await findPageText("what-counts");
  const { version } = before;
  const change = { name: "what-counts", version, text: "A CEC is one hour." } as const;
  expect(await changePageText(actor, change, now)).toBe(true);
  expect(await findPageText("what-counts")).toMatchObject({
    text: "A CEC is one hour.",
    version: version + 1,
    changedAt: now,
    changedBy: { firstName: "Alex" },
  });
  expect(
    await db.auditEntry.findFirst({ where: { subjectId: "what-counts", actorId: actor.memberId } }),
  ).toMatchObject({ facts: { text: { from: before.text, to: "A CEC is one hour." } } });
  const again = { ...change, version: version + 1 };
  expect(await changePageText(actor, again, now)).toBe(false);
  expect(await db.auditEntry.count({ where: { actorId: actor.memberId } })).toBe(1);
});

test("of two who edit at once one is kept, and the other is told whose text stands", async () => {
  const { version } = await findPageText("requirements");
  const names = ["Ada", "Bea", "Cleo"];
  const outcomes = await Promise.allSettled(
    names.map(async (first) => {
      const actor = await anAdministrator(first);
      return changePageText(actor, { name: "requirements", version, text: `By ${first}.` }, now);
    }),
  );
  const stands = await findPageText("requirements");
  expect(stands.version).toBe(version + 1);
  const lost = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(lost).toHaveLength(2);
  for (const { reason } of lost) {
    expect(reason).toMatchObject({ kind: "conflict", field: "text" });
    expect(reason.message).toContain(`${stands.changedBy?.firstName} Editor changed this text`);
  }
});

test("texts are the administrators' to write", async () => {
  const { version } = await findPageText("requirements");
  const change = { name: "requirements", version, text: "Mine." } as const;
  for (const roles of [[], ["staff"], ["local_office"]] as const) {
    const actor = { ...actorOf(await anAccount({ password: null })), roles };
    await expect(changePageText(actor, change, now)).rejects.toMatchObject({ kind: "not-found" });
  }
  expect(await changePageText(MACHINE, change, now)).toBe(true);
});
