import { expect, test } from "vitest";
import { findCertificateToIssue } from "@/lib/certificates/queries";
import type { CertificateFacts } from "@/lib/certificates/rules";
import { db } from "@/lib/db";
import { aClaim, submit } from "@/tests/support/a-claim";
import { FOR_OTHERS, FOR_PHYSICIANS, FOR_SONOGRAPHERS } from "@/tests/support/a-designation";
import { NOW } from "@/tests/support/a-row";
import { versionsOf } from "@/tests/support/a-trail";
import type { EventTold } from "@/tests/support/an-event";

const ALL = [FOR_PHYSICIANS, FOR_OTHERS, FOR_SONOGRAPHERS];
const PHYSICIANS_TEXT =
  "The Association designates this live activity for a maximum of 21.00 AMA PRA credits.";
const SDMS_TEXT = "Approved by the SDMS for 20.00 credits, number SDMS-4711.";

/** What the certificate of a submitted claim says, having said the same in the review before. */
async function certificateFor(profession: string, event: EventTold): Promise<CertificateFacts> {
  const claim = await aClaim({ credits: [650, 0, 700], profession, event });
  const reviewed = await findCertificateToIssue(claim.member.id, claim.id);
  await submit(claim);
  const [version] = await versionsOf(claim.id);
  const facts = version?.facts as CertificateFacts;
  expect(facts).toMatchObject(reviewed);
  return facts;
}

test.each(["MD", "DO", "MBBS"])("a physician (%s) is awarded AMA credit", async (profession) => {
  const facts = await certificateFor(profession, { designations: ALL });
  expect(facts).toMatchObject({
    kind: "credit",
    creditType: "AMA PRA Category 1",
    statements: [{ creditType: "AMA PRA Category 1", text: PHYSICIANS_TEXT, maximum: 2100 }],
  });
});

test("a sonographer is awarded SDMS credit, and took part in the AMA's, without 'awarded'", async () => {
  const facts = await certificateFor("Sonographer", { designations: ALL });
  expect(facts).toMatchObject({ kind: "credit", creditType: "SDMS CME" });
  expect(facts.statements).toEqual([
    { creditType: "SDMS CME", text: SDMS_TEXT, approvalNumber: "SDMS-4711", maximum: 2000 },
    {
      creditType: "AMA PRA Category 1",
      text: "Others took part. This live activity was approved for 21.00.",
      approvalNumber: "",
      maximum: 2100,
    },
  ]);
});

test("a sonographer where only the AMA approved took part, without the word 'awarded'", async () => {
  const facts = await certificateFor("Sonographer", {
    designations: [FOR_PHYSICIANS, FOR_OTHERS],
  });
  expect(facts).toMatchObject({ kind: "participation", creditType: "AMA PRA Category 1" });
  expect(JSON.stringify(facts)).not.toMatch(/award/i);
});

test("whoever no designation is for took part, without a statement", async () => {
  const facts = await certificateFor("Nurse", { designations: [FOR_PHYSICIANS] });
  expect(facts).toMatchObject({ kind: "participation", creditType: "", statements: [] });
});

test("an event without a designation gives a participation certificate without a statement", async () => {
  const facts = await certificateFor("MD", {});
  expect(facts).toMatchObject({ kind: "participation", creditType: "", statements: [] });
});

test("credit for all is credit for a physician and for others", async () => {
  const forAll = { ...FOR_SONOGRAPHERS, audience: "all" } as const;
  for (const profession of ["MD", "Nurse"]) {
    const facts = await certificateFor(profession, { designations: [forAll] });
    expect(facts).toMatchObject({ kind: "credit", creditType: "SDMS CME" });
  }
});

test("the event's own credit type heads the certificate, each statement under its own type", async () => {
  const forAll = { ...FOR_SONOGRAPHERS, creditTypeName: "CME", audience: "all" } as const;
  const designations = [FOR_PHYSICIANS, forAll];
  const ama = await certificateFor("MD", { designations });
  expect(ama.statements.map(({ creditType }) => creditType)).toEqual(["AMA PRA Category 1", "CME"]);
  const cme = await certificateFor("MD", { designations, creditTypeName: "CME" });
  expect(cme.statements.map(({ creditType }) => creditType)).toEqual(["CME", "AMA PRA Category 1"]);
});

test("every printed fact is frozen as at issue: claimed days and credits, never the maximum", async () => {
  const event = {
    designations: [FOR_PHYSICIANS],
    title: "Ångström Convention",
    learningFormat: "internet live activity",
  };
  const claim = await aClaim({ credits: [650, 0, 700], event });
  const member = { firstName: "Zoë", lastName: "O’Neill", suffix: "MD, FAIUM" };
  await db.member.update({ where: { id: claim.member.id }, data: member });
  await submit(claim);
  const [version] = await versionsOf(claim.id);
  const { certificateNumber: number = "" } = version ?? {};
  expect(version?.facts).toEqual({
    kind: "credit",
    name: "Zoë O’Neill",
    suffix: "MD, FAIUM",
    provider: "The Association",
    title: "Ångström Convention",
    format: "internet live activity",
    place: "Chicago, Illinois",
    dates: { first: "2026-04-10", last: "2026-04-12" },
    days: [
      { day: "2026-04-10", title: "Day 1", credits: 650 },
      { day: "2026-04-12", title: "Day 3", credits: 700 },
    ],
    total: 1350,
    creditType: "AMA PRA Category 1",
    accreditationStatement: "The Association is accredited by the ACCME.",
    statements: [
      {
        creditType: "AMA PRA Category 1",
        text: "The Association designates this internet live activity for a maximum of 21.00 AMA PRA credits.",
        approvalNumber: "",
        maximum: 2100,
      },
    ],
    number,
    version: 1,
    issuedOn: NOW.toISOString().slice(0, 10),
    signatory: { name: "Director of Education", title: "The Association" },
    verifyUrl: `http://localhost:3000/verify/${number}?version=1`,
    paper: "A4",
    templateVersion: 1,
  });
  expect(number).toMatch(/^CR-[0-9A-HJKMNP-TV-Z]{16}$/);
});

test("a later change of name, profession, maximum or event leaves it as it was issued", async () => {
  const claim = await aClaim({ event: { designations: ALL }, credits: [650], submitted: true });
  const before = await versionsOf(claim.id);
  const changed = { lastName: "Newname", suffix: "PhD", professionName: "Nurse" };
  await db.member.update({ where: { id: claim.member.id }, data: changed });
  await db.event.update({ where: { id: claim.event.id }, data: { title: "Renamed" } });
  await db.eventDay.updateMany({ where: { eventId: claim.event.id }, data: { maximum: 100 } });
  expect(await versionsOf(claim.id)).toEqual(before);
});
