import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { queueMessage } from "@/lib/messages/commands";
import { listMessages, listUndelivered } from "@/lib/messages/queries";
import type { MessageKind } from "@/lib/messages/rules";
import { MAIL } from "@/tests/support/a-mail";

const now = new Date("2026-04-13T09:00:00Z");

async function aMember(muted: MessageKind): Promise<string> {
  const member = await db.member.create({
    data: {
      email: `${muted}-${Math.random()}@example.org`,
      firstName: "Ana",
      lastName: "Sound",
      createdAt: now,
      mutedMessages: { create: { kind: muted } },
    },
  });
  return member.id;
}

describe("queueing a mail", () => {
  test("that its member switched off writes none", async () => {
    const memberId = await aMember("credits_submitted");
    await db.$transaction((tx) => queueMessage(tx, { ...MAIL, memberId }, now));
    expect(await db.message.count({ where: { memberId } })).toBe(0);
    await db.$transaction((tx) =>
      queueMessage(tx, { ...MAIL, memberId, kind: "credits_open" }, now),
    );
    expect(await db.message.count({ where: { memberId } })).toBe(1);
  });

  test("about the account's security can't be switched off", async () => {
    const memberId = await aMember("password_changed");
    await db.$transaction((tx) =>
      queueMessage(tx, { ...MAIL, memberId, kind: "password_changed" }, now),
    );
    expect(await db.message.count({ where: { memberId } })).toBe(1);
  });

  test("in a change that is rolled back leaves no mail and no job", async () => {
    const jobs = () => db.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM pgboss.job`;
    const before = [await db.message.count(), await jobs()];
    const change = db.$transaction(async (tx) => {
      await queueMessage(tx, MAIL, now);
      throw new Error("The change failed.");
    });
    await expect(change).rejects.toThrow("The change failed.");
    expect([await db.message.count(), await jobs()]).toEqual(before);
  });
});

test("the local mail page lists the newest first, page by page and back", async () => {
  const later = new Date("2026-05-01T09:00:00Z");
  for (let place = 0; place < 45; place++) {
    // Three at an instant: their ids decide.
    const at = new Date(later.getTime() + Math.floor(place / 3) * 60_000);
    await db.$transaction((tx) => queueMessage(tx, { ...MAIL, subject: `Mail ${place}` }, at));
  }
  const first = await listMessages(null);
  expect(first).toMatchObject({ hasNewer: false, hasOlder: true });
  const second = await listMessages({ id: first.messages.at(-1)?.id ?? "", towards: "older" });
  const subjects = [...first.messages, ...second.messages].map(({ subject }) => subject);
  expect(subjects).toEqual(Array.from({ length: 40 }, (_, place) => `Mail ${44 - place}`));
  const back = await listMessages({ id: second.messages[0]?.id ?? "", towards: "newer" });
  expect(back).toEqual({ ...first, hasOlder: true });
});

test("mails that failed or may have are listed for staff, the others not", async () => {
  const at = (seconds: number) => new Date(Date.UTC(2031, 0, 1, 0, 0, seconds));
  const made = { kind: "credits_open", toAddress: "a@example.org", text: "t" } as const;
  await db.message.createMany({
    data: [
      { ...made, subject: "sent", queuedAt: at(1), sentAt: at(2) },
      { ...made, subject: "failed", queuedAt: at(2), failedAt: at(3), failure: "550" },
      { ...made, subject: "unknown", queuedAt: at(3), unknownAt: at(4) },
      { ...made, subject: "waiting", queuedAt: at(4) },
    ],
  });
  const { mails } = await listUndelivered(null);
  const ours = mails.filter(({ queuedAt }) => queuedAt >= at(0)).map(({ subject }) => subject);
  expect(ours).toEqual(["unknown", "failed"]);
});
