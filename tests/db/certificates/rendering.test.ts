import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { renderVersion } from "@/lib/certificates/commands";
import { findCertificate, findCertificateFile } from "@/lib/certificates/queries";
import type { CertificateFacts } from "@/lib/certificates/rules";
import type { MemberActor } from "@/lib/members/rules";
import { findVerification, findVerificationOfFile } from "@/lib/verification/queries";
import { aClaim, type TestClaim } from "@/tests/support/a-claim";
import { NOW } from "@/tests/support/a-row";
import { versionsOf } from "@/tests/support/a-trail";

const LATER = new Date("2026-04-15T10:00:00Z");

async function aVersion(claim: TestClaim) {
  const [version] = await versionsOf(claim.id);
  if (!version) throw new Error("This claim has no certificate.");
  return version;
}

const draw = (words: string) => async () => ({ bytes: new TextEncoder().encode(words) });
const sha256 = (words: string) => createHash("sha256").update(words).digest("hex");

const readFile = async (claim: TestClaim, actor: MemberActor = claim.actor) =>
  findCertificateFile(actor, (await aVersion(claim)).certificateNumber, null);

describe("a certificate is drawn", () => {
  test("from its facts alone, and kept with its SHA-256", async () => {
    const claim = await aClaim({ credits: [650], submitted: true });
    const { id, facts } = await aVersion(claim);
    let drawn: CertificateFacts | undefined;
    await renderVersion(
      id,
      async (given) => {
        drawn = given;
        return draw("the first")();
      },
      NOW,
    );
    expect(drawn).toEqual(facts);
    const found = await readFile(claim);
    expect(found?.file?.sha256).toBe(sha256("the first"));
    expect(Buffer.from(found?.file?.bytes ?? []).toString()).toBe("the first");
  });

  test("once: a job that runs twice changes nothing", async () => {
    const claim = await aClaim({ credits: [650], submitted: true });
    const { id } = await aVersion(claim);
    await renderVersion(id, draw("the first"), NOW);
    await renderVersion(id, draw("another"), LATER);
    expect((await readFile(claim))?.file?.sha256).toBe(sha256("the first"));
  });

  test("once, by several workers at the same time", async () => {
    const claim = await aClaim({ credits: [650], submitted: true });
    const { id } = await aVersion(claim);
    const words = ["one", "two", "three", "four"];
    await Promise.all(words.map((word) => renderVersion(id, draw(word), NOW)));
    const stands = (await readFile(claim))?.file?.sha256;
    expect(words.map(sha256)).toContain(stands);
    await renderVersion(id, draw("five"), LATER);
    expect((await readFile(claim))?.file?.sha256).toBe(stands);
  });

  test("never wrong: a name with a character that no font has is held for staff", async () => {
    const claim = await aClaim({ credits: [650], submitted: true });
    const { id } = await aVersion(claim);
    await renderVersion(id, async () => ({ missing: ["\u{1F642}"] }), NOW);
    expect(await readFile(claim)).toMatchObject({
      file: null,
      heldReason: "no font has the character \u{1F642}.",
    });
  });

  test("after all, and no longer held, once a font has the character", async () => {
    const claim = await aClaim({ credits: [650], submitted: true });
    const { id } = await aVersion(claim);
    await renderVersion(id, async () => ({ missing: ["\u{1F642}", "\u{1F643}"] }), NOW);
    expect((await readFile(claim))?.heldReason).toContain("characters \u{1F642} \u{1F643}");
    await renderVersion(id, draw("with another font"), LATER);
    expect(await readFile(claim)).toMatchObject({
      file: { sha256: sha256("with another font") },
      heldReason: null,
    });
  });

  test("when the drawing fails: nothing is kept, and the job is tried again", async () => {
    const claim = await aClaim({ credits: [650], submitted: true });
    const { id } = await aVersion(claim);
    const fail = async () => Promise.reject(new Error("The thread ended."));
    await expect(renderVersion(id, fail, NOW)).rejects.toThrow("The thread ended.");
    expect((await readFile(claim))?.file).toBeNull();
    await renderVersion(id, draw("the second try"), LATER);
    expect((await readFile(claim))?.file?.sha256).toBe(sha256("the second try"));
  });
});

describe("who may read a certificate", () => {
  test("its owner and staff; for others it does not exist", async () => {
    const claim = await aClaim({ credits: [650], submitted: true });
    const stranger = (await aClaim()).actor;
    const { certificateNumber: number } = await aVersion(claim);
    const staff: MemberActor = { ...stranger, roles: ["staff"] };
    const office: MemberActor = { ...stranger, roles: ["local_office"] };
    for (const actor of [claim.actor, staff]) {
      expect(await findCertificate(actor, number, 1)).toMatchObject({ version: 1 });
      expect(await findCertificateFile(actor, number, 1)).toMatchObject({ version: 1 });
    }
    for (const actor of [stranger, office]) {
      expect(await findCertificate(actor, number, 1)).toBeNull();
      expect(await findCertificateFile(actor, number, null)).toBeNull();
    }
  });

  test("a version or number that there never was is null", async () => {
    const claim = await aClaim({ credits: [650], submitted: true });
    const { certificateNumber: number } = await aVersion(claim);
    expect(await findCertificate(claim.actor, number, 2)).toBeNull();
    expect(await findCertificate(claim.actor, "CR-0000000000000000", null)).toBeNull();
  });
});

describe("the verify page", () => {
  test("tells name, title, dates and credits to anybody, and nothing else", async () => {
    const claim = await aClaim({ credits: [650], submitted: true });
    const { certificateNumber: number } = await aVersion(claim);
    expect(await findVerification(number, null)).toEqual({
      number,
      version: 1,
      answer: { is: "genuine" },
      facts: {
        name: "Ada Example",
        suffix: "",
        title: "Annual Convention 2026",
        dates: { first: "2026-04-10", last: "2026-04-10" },
        total: 650,
        kind: "participation",
        creditType: "",
      },
    });
    expect(await findVerification(number, 2)).toBeNull();
    expect(await findVerification("CR-0000000000000000", null)).toBeNull();
  });

  test("knows a file by its hash, to the byte", async () => {
    const claim = await aClaim({ credits: [650], submitted: true });
    const { id, certificateNumber: number } = await aVersion(claim);
    await renderVersion(id, draw(number), NOW);
    expect(await findVerificationOfFile(sha256(number))).toMatchObject({ number, version: 1 });
    expect(await findVerificationOfFile(sha256(`${number} `))).toBeNull();
  });
});
