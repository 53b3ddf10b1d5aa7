import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { env, publicUrl } from "@/lib/env";
import { queueMessage, sendMessage } from "@/lib/messages/commands";
import { MAIL } from "@/tests/support/a-mail";
import { type MailServer, openMailServer } from "@/tests/support/mail-server";

const now = new Date("2026-04-13T09:00:00Z");
let server: MailServer;

beforeEach(async () => {
  server = await openMailServer();
  env.SMTP_URL = server.url;
});

afterEach(async () => {
  env.SMTP_URL = undefined;
  await server.close();
});

async function aMail(): Promise<string> {
  await db.$transaction((tx) => queueMessage(tx, MAIL, now));
  const { id } = await db.message.findFirstOrThrow({ orderBy: { id: "desc" } });
  return id;
}

const standing = (id: string) => db.message.findUniqueOrThrow({ where: { id } });
const messageIds = (contents: string[]) =>
  contents.map((content) => /^Message-ID: (.*)\r$/im.exec(content)?.[1]);

describe("sending a mail", () => {
  test("hands it over once, from the association, under its own Message-ID", async () => {
    const id = await aMail();
    await sendMessage(id, false, now);
    await sendMessage(id, false, now);
    expect(server.taken).toHaveLength(1);
    const { associationName, membershipEmail } = await db.setting.findFirstOrThrow();
    const host = new URL(publicUrl()).hostname;
    expect(messageIds(server.taken)).toEqual([`<${id}@${host}>`]);
    expect(server.taken[0]).toContain(`From: ${associationName} <${membershipEmail}>`);
    expect(server.taken[0]).toContain("To: ana@example.org");
    expect(await standing(id)).toMatchObject({ handedOverAt: now, sentAt: now, failure: null });
  });

  test("marks the hand-over before any content flows", async () => {
    const id = await aMail();
    const marks: (Date | null)[] = [];
    server.answers.recipient = server.answers.content = async () => {
      marks.push((await standing(id)).handedOverAt);
      return null;
    };
    await sendMessage(id, false, now);
    expect(marks).toEqual([null, now]);
  });

  test.each(["recipient", "content"] as const)(
    "after a temporary refusal of the %s sends it once, under the same Message-ID",
    async (step) => {
      const id = await aMail();
      server.answers[step] = async () => 451;
      await expect(sendMessage(id, false, now)).rejects.toThrow("451");
      expect(await standing(id)).toMatchObject({ handedOverAt: null, sentAt: null });
      server.answers[step] = async () => null;
      await sendMessage(id, false, now);
      expect(server.taken).toHaveLength(1);
      expect(new Set(messageIds(server.contents)).size).toBe(1);
      expect(await standing(id)).toMatchObject({ sentAt: now, failedAt: null });
    },
  );

  test.each(["recipient", "content"] as const)(
    "that the server refuses for good at the %s is not tried again",
    async (step) => {
      const id = await aMail();
      server.answers[step] = async () => 554;
      await sendMessage(id, false, now);
      await sendMessage(id, false, now);
      expect(server.connections()).toBe(1);
      expect(await standing(id)).toMatchObject({ sentAt: null, failedAt: now });
      expect((await standing(id)).failure).toContain("554");
    },
  );

  test("whose line is cut after the hand-over is unknown and not sent again", async () => {
    const id = await aMail();
    server.answers.content = async () => "drop";
    await sendMessage(id, false, now);
    await sendMessage(id, false, now);
    expect(server.contents).toHaveLength(1);
    expect(await standing(id)).toMatchObject({ sentAt: null, unknownAt: now, handedOverAt: now });
  });

  test("whose line is cut before the hand-over is tried again", async () => {
    const id = await aMail();
    server.answers.recipient = async () => "drop";
    await expect(sendMessage(id, false, now)).rejects.toThrow("did not take it");
    expect(await standing(id)).toMatchObject({ handedOverAt: null, unknownAt: null });
  });

  test("that an interrupted try handed over is unknown and not sent again", async () => {
    const id = await aMail();
    await db.message.update({ where: { id }, data: { handedOverAt: now } });
    await sendMessage(id, false, now);
    expect(server.connections()).toBe(0);
    expect(await standing(id)).toMatchObject({ unknownAt: now, sentAt: null });
  });

  test("is given up at the last try", async () => {
    const id = await aMail();
    server.answers.recipient = async () => 451;
    await sendMessage(id, true, now);
    expect(await standing(id)).toMatchObject({ failedAt: now, handedOverAt: null });
  });

  test("by three tries at once hands over one content", async () => {
    const id = await aMail();
    let asked = 0;
    let open: () => void;
    const all = new Promise<void>((resolve) => {
      open = resolve;
    });
    server.answers.recipient = async () => {
      asked += 1;
      if (asked === 3) open();
      await all;
      return null;
    };
    await Promise.allSettled([1, 2, 3].map(() => sendMessage(id, false, now)));
    expect(server.contents).toHaveLength(1);
    expect(await standing(id)).toMatchObject({ sentAt: now, unknownAt: null });
  });

  test("without a mail server counts as sent in development: it is read on the local page", async () => {
    env.SMTP_URL = undefined;
    const id = await aMail();
    await sendMessage(id, false, now);
    expect(await standing(id)).toMatchObject({ sentAt: now });
  });
});
