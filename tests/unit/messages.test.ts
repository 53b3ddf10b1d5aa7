import { describe, expect, test } from "vitest";
import { canBeMuted, type Letter } from "@/lib/messages/rules";
import { certificateChanged } from "@/lib/messages/templates/certificate-changed";
import { claimReminder } from "@/lib/messages/templates/claim-reminder";
import { correctionDecided, correctionSettled } from "@/lib/messages/templates/correction-decided";
import {
  correctionNoted,
  correctionNotedByMember,
} from "@/lib/messages/templates/correction-noted";
import { correctionReceived } from "@/lib/messages/templates/correction-received";
import { correctionRequested } from "@/lib/messages/templates/correction-requested";
import {
  creditAuditDecided,
  creditAuditDrawn,
  creditAuditMovedOn,
  creditAuditReminder,
} from "@/lib/messages/templates/credit-audit";
import { creditsOpen } from "@/lib/messages/templates/credits-open";
import { creditsSubmitted } from "@/lib/messages/templates/credits-submitted";
import { cycleEnding } from "@/lib/messages/templates/cycle-ending";
import { emailChanged } from "@/lib/messages/templates/email-changed";
import { entryDecided } from "@/lib/messages/templates/entry-decided";
import { formDecided } from "@/lib/messages/templates/form-decided";
import { formReturned } from "@/lib/messages/templates/form-returned";
import { formSigned } from "@/lib/messages/templates/form-signed";
import { formWaits } from "@/lib/messages/templates/form-waits";
import { invoiceChanged } from "@/lib/messages/templates/invoice-changed";
import { lateFeeNear } from "@/lib/messages/templates/late-fee-near";
import { passwordChanged } from "@/lib/messages/templates/password-changed";
import { passwordReset } from "@/lib/messages/templates/password-reset";
import { paymentReceived } from "@/lib/messages/templates/payment-received";
import { paymentRefunded } from "@/lib/messages/templates/payment-refunded";
import { renewalDue } from "@/lib/messages/templates/renewal-due";
import { renewed } from "@/lib/messages/templates/renewed";

const association = {
  associationName: "Institute of Ultrasound",
  shortName: "IU",
  creditsEmail: "credits@iu.example",
  membershipEmail: "members@iu.example",
};
const event = { eventTitle: "Spring Meeting", dates: "10–12 Apr 2026" };
const claimed = { firstName: "Ana", ...event, total: "6.50" };
const certificateUrl = "https://iu.example/certificates/CR-1";
const requestUrl = "https://iu.example/applications/1";
const note = { author: "Bo Lee", title: "Spring Meeting", text: "Which Friday?", url: requestUrl };
const decided = {
  decision: "accepted",
  title: "Spring Meeting",
  note: "The sheet says so.",
  changes: ["Fri 10 Apr 2026: 6.50 became 4.00"],
  url: requestUrl,
} as const;
const changedAt = "13 Apr 2026, 11:00 Berlin time";

const course = { title: "Strength Course", earnedOn: "3 March 2026", credits: "6.00" };
const dashboardUrl = "https://iu.example/cecs";
const entry = { firstName: "Ana", entries: [course], note: "Page 2 is missing.", dashboardUrl };
const renewalUrl = "https://iu.example/renewals/1";
const formUrl = "https://iu.example/renewals/1/forms/1";
const form = { firstName: "Ana", ...course, note: "Which day?", formUrl };
const decidedForms = {
  firstName: "Ana",
  forms: [{ ...course, formUrl }],
  note: "Which day?",
  renewalUrl,
};
const twoForms = {
  ...decidedForms,
  forms: [...decidedForms.forms, { ...course, title: "Balance", formUrl: `${formUrl}2` }],
};
const local = { ...form, office: "Berlin office" };
const paid = { firstName: "Ana", amount: "$125.00", invoiceNumber: 17, renewalUrl };
const renewal = { firstName: "Ana", credentials: "CAM and CALP", renewalUrl };
const ending = {
  credentials: "CAM and CALP",
  endsOn: "31 December 2026",
  inDays: "in 30 days",
  sentences: ["You have 4 of 8 CECs."],
  url: renewalUrl,
};

const officeUrl = "https://iu.example/office/1";

const dueOn = "22 December 2026";
const auditUrl = `${renewalUrl}/audit`;
const audit = { firstName: "Ana", renewal: "CAM and CALP 2027", auditUrl };

const letters: [string, Letter, string[]][] = [
  [
    "credits open",
    creditsOpen(association, { firstName: "Ana", ...event, claimUrl: "https://iu.example/e/1" }),
    ["Spring Meeting", "10–12 Apr 2026", "https://iu.example/e/1", "credits@iu.example"],
  ],
  [
    "claim reminder",
    claimReminder(association, { firstName: "Ana", ...event, claimUrl: "https://iu.example/e/1" }),
    [
      "Spring Meeting",
      "10–12 Apr 2026",
      "https://iu.example/e/1",
      "My Profile",
      "credits@iu.example",
    ],
  ],
  [
    "credits submitted",
    creditsSubmitted(association, { ...claimed, submittedAt: changedAt, certificateUrl }),
    ["6.50", changedAt, certificateUrl, "Request a correction"],
  ],
  [
    "certificate changed",
    certificateChanged(association, { ...claimed, certificateUrl }),
    ["6.50", "new version", certificateUrl],
  ],
  [
    "correction requested",
    correctionRequested(association, {
      memberName: "Ana Ø",
      memberNumber: "1001",
      memberEmail: "ana@example.org",
      title: "Spring Meeting",
      about: "the submitted credits for Spring Meeting (SM26)",
      message: "Friday was 4.00.",
      deskUrl: requestUrl,
    }),
    ["Ana Ø", "1001", "ana@example.org", "SM26", "Friday was 4.00.", requestUrl],
  ],
  [
    "correction received",
    correctionReceived(association, {
      firstName: "Ana",
      title: "Spring Meeting",
      message: "Friday was 4.00.",
      requestUrl,
    }),
    ["Ana", "Spring Meeting", "Friday was 4.00.", requestUrl, "credits@iu.example"],
  ],
  [
    "correction noted",
    correctionNoted(association, { firstName: "Ana", ...note }),
    ["Hello Ana", "Bo Lee", "Which Friday?", requestUrl],
  ],
  ["correction noted by its member", correctionNotedByMember(note), ["Bo Lee", "Which Friday?"]],
  [
    "correction decided",
    correctionDecided(association, {
      ...decided,
      firstName: "Ana",
      certificate: `Your certificate has a new version: ${certificateUrl}`,
    }),
    ["Fri 10 Apr 2026: 6.50 became 4.00", "The sheet says so.", certificateUrl, requestUrl],
  ],
  [
    "correction settled",
    correctionSettled({ ...decided, memberName: "Ana Ø", decidedBy: "Bo Lee" }),
    ["Ana Ø", "Bo Lee", "accepted", "6.50 became 4.00", "The sheet says so.", requestUrl],
  ],
  [
    "password reset",
    passwordReset(association, {
      firstName: "Ana",
      resetUrl: "https://iu.example/r/1",
      minutes: 60,
    }),
    ["https://iu.example/r/1", "once", "60 minutes", "members@iu.example"],
  ],
  [
    "password changed",
    passwordChanged(association, {
      firstName: "Ana",
      changedAt,
      forgotPasswordUrl: "https://iu.example/forgot-password",
    }),
    [changedAt, "https://iu.example/forgot-password"],
  ],
  [
    "entry accepted",
    entryDecided(association, { ...entry, decision: "accept", note: "" }),
    ["accepted the 6.00 credits", "Strength Course", "3 March 2026", dashboardUrl],
  ],
  [
    "entries accepted",
    entryDecided(association, {
      ...entry,
      entries: [course, { ...course, title: "Balance", credits: "1.50" }],
      decision: "accept",
      note: "",
    }),
    [
      "accepted the credits that you reported for 2 activities:",
      "3 March 2026, Strength Course: 6.00\n3 March 2026, Balance: 1.50\n",
      dashboardUrl,
    ],
  ],
  [
    "entry returned",
    entryDecided(association, { ...entry, decision: "return" }),
    ["sent back", "Page 2 is missing.", "Report it again", dashboardUrl],
  ],
  [
    "entry rejected",
    entryDecided(association, { ...entry, decision: "reject" }),
    ["did not accept", "Page 2 is missing.", dashboardUrl],
  ],
  ["form signed", formSigned(association, local), ["Berlin office", "does not count yet", formUrl]],
  [
    "form waits",
    formWaits(association, { ...local, member: "Bo Manager", formUrl: officeUrl }),
    ["Bo Manager sent Berlin office", "6.00 CECs", officeUrl],
  ],
  ["form returned", formReturned(association, local), ["Berlin office", "Which day?", formUrl]],
  ...(["approve", "return", "reject"] as const).map((verdict): [string, Letter, string[]] => [
    `form decided: ${verdict}`,
    formDecided(association, { ...decidedForms, verdict }),
    ["6.00 CECs", "Strength Course", "Which day?", verdict === "return" ? formUrl : renewalUrl],
  ]),
  ...(["approve", "reject"] as const).map((verdict): [string, Letter, string[]] => [
    `forms decided: ${verdict}`,
    formDecided(association, { ...twoForms, verdict }),
    [
      "2 of your CEC Reporting Forms:",
      "6.00 CECs for Strength Course (3 March 2026)\n6.00 CECs for Balance (3 March 2026)\n",
      "Which day?",
      renewalUrl,
    ],
  ]),
  [
    "forms sent back, each with its address",
    formDecided(association, { ...twoForms, verdict: "return" }),
    [
      "sent back 2 of your CEC Reporting Forms:",
      `6.00 CECs for Strength Course (3 March 2026)\n${formUrl}\n\n`,
      `6.00 CECs for Balance (3 March 2026)\n${formUrl}2\n\nThey wrote:\n\nWhich day?\n\nPut each right`,
      `from your renewal:\n\n${renewalUrl}\n\nQuestions?`,
    ],
  ],
  [
    "payment received",
    paymentReceived(association, {
      ...paid,
      lines: ["CAM 2027 renewal"],
      paidOn: "3 March 2026",
      receiptUrl: "https://iu.example/purchases/17",
    }),
    ["$125.00", "invoice 17", "CAM 2027 renewal", "https://iu.example/purchases/17", renewalUrl],
  ],
  [
    "payment refunded",
    paymentRefunded(association, { ...paid, isStillPaid: false }),
    ["$125.00", "is due again", renewalUrl],
  ],
  [
    "renewal due",
    renewalDue(association, {
      ...renewal,
      dueOn: "1 January 2027",
      fees: "$250.00",
      required: "8",
    }),
    ["CAM and CALP", "1 January 2027", "$250.00 and 8 CECs", renewalUrl],
  ],
  [
    "renewal due that is free",
    renewalDue(association, { ...renewal, dueOn: "1 January 2027", fees: null, required: "8" }),
    ["8 CECs; there is nothing to pay", renewalUrl],
  ],
  [
    "renewal due that takes no credits",
    renewalDue(association, {
      ...renewal,
      dueOn: "1 January 2027",
      fees: "$125.00",
      required: null,
    }),
    ["$125.00; no CECs are required", renewalUrl],
  ],
  [
    "renewal due that takes nothing",
    renewalDue(association, { ...renewal, dueOn: "1 January 2027", fees: null, required: null }),
    ["only your contact information", renewalUrl],
  ],
  [
    "cycle ending",
    cycleEnding(association, { firstName: "Ana", endings: [ending] }),
    [
      "The current cycle of CAM and CALP ends on 31 December 2026, in 30 days.",
      "You have 4 of 8 CECs.",
      renewalUrl,
      "My Profile",
    ],
  ],
  [
    "cycles ending",
    cycleEnding(association, {
      firstName: "Ana",
      endings: [ending, { ...ending, credentials: "ACSM-CPT" }],
    }),
    ["cycle of CAM and CALP ends", "cycle of ACSM-CPT ends"],
  ],
  [
    "late fee near",
    lateFeeNear(association, {
      ...renewal,
      lateFeeFrom: "1 April 2027",
      sentences: ["You have 4 of 8 CECs."],
    }),
    ["CAM and CALP", "not paid yet", "You have 4 of 8 CECs.", renewalUrl, "My Profile"],
  ],
  [
    "invoice changed",
    invoiceChanged(association, {
      ...renewal,
      number: 12,
      before: 9,
      lines: ["CAM 2027 renewal: $125.00", "CALP 2027 renewal: $125.00"],
      total: "$250.00",
      dueOn: "1 January 2027",
      required: "8",
    }),
    ["invoice 12", "invoice 9", "CALP 2027 renewal: $125.00\nTotal: $250.00", "8 CECs", renewalUrl],
  ],
  [
    "audit drawn",
    creditAuditDrawn(association, { ...audit, dueOn }),
    ["drawn at random", "CAM and CALP 2027", dueOn, auditUrl],
  ],
  [
    "audit due",
    creditAuditReminder(association, { ...audit, dueOn, isReturned: false }),
    [dueOn, "have not been sent yet", auditUrl],
  ],
  [
    "audit due, sent back before",
    creditAuditReminder(association, { ...audit, dueOn, isReturned: true }),
    [dueOn, "was sent back to you, and nothing more has been sent", auditUrl],
  ],
  [
    "audit sent back",
    creditAuditMovedOn(association, { ...audit, dueOn, isReturned: true, note: "Page 2." }),
    ["sent it back", "Page 2.", dueOn, auditUrl],
  ],
  [
    "audit with more time",
    creditAuditMovedOn(association, { ...audit, dueOn, isReturned: false, note: "Ill." }),
    ["you have until 22 December 2026", "Ill.", auditUrl],
  ],
  [
    "audit passed",
    creditAuditDecided(association, { ...audit, verdict: "passed", note: "All there." }),
    ["you passed the audit", "All there.", auditUrl],
  ],
  [
    "audit failed",
    creditAuditDecided(association, { ...audit, verdict: "failed", note: "No proof." }),
    ["you did not pass", "changes nothing", "No proof.", auditUrl],
  ],
  ["renewed", renewed(association, { ...renewal, period: "2027" }), ["2027", renewalUrl]],
  ["e-mail changed", emailChanged(association, { firstName: "Ana", changedAt }), [changedAt]],
];

describe("the mails", () => {
  test.each(letters)("%s says what its reader needs", (_kind, letter, words) => {
    for (const word of words) expect(letter.text).toContain(word);
  });

  test.each(letters)("%s has a subject of one line and a text without gaps", (_kind, letter) => {
    expect(letter.subject).toMatch(/^\S[^\n]*\S$/);
    expect(letter.text).not.toMatch(/undefined|null|\n{3}/);
    expect(letter.text).toMatch(/\S\n$/);
  });

  test("a claim of zero credits promises no certificate", () => {
    const { text } = creditsSubmitted(association, {
      ...claimed,
      total: "0.00",
      submittedAt: changedAt,
      certificateUrl: null,
    });
    expect(text).toContain("there is no certificate");
    expect(text).not.toContain("https://");
  });

  test("a correction to zero says that no certificate is valid", () => {
    expect(certificateChanged(association, { ...claimed, certificateUrl: null }).text).toContain(
      "no valid certificate",
    );
  });
});

test.each([
  ["credits_open", true],
  ["claim_reminder", true],
  ["credits_submitted", true],
  ["certificate_changed", true],
  ["renewal_due", true],
  ["cycle_ending", true],
  ["renewed", true],
  ["form_signed", true],
  ["form_returned", true],
  ["form_decided", true],
  ["form_waits", true],
  ["payment_received", false],
  ["payment_refunded", false],
  ["password_reset", false],
  ["password_changed", false],
  ["email_changed", false],
] as const)("%s may be switched off: %s", (kind, may) => {
  expect(canBeMuted(kind)).toBe(may);
});
