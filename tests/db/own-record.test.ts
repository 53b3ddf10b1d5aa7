import { describe, expect, test } from "vitest";
import { eraseValues } from "@/lib/audit-erasures/commands";
import { reissueCertificate, revokeCertificate } from "@/lib/certificates/commands";
import { declineRequest } from "@/lib/correction-decisions/commands";
import { correctDay } from "@/lib/corrections/commands";
import { db } from "@/lib/db";
import { reinstateMember, retireMember } from "@/lib/directory/commands";
import { correctEntry } from "@/lib/entry-corrections/commands";
import { correctEntrySchema } from "@/lib/entry-corrections/schema";
import { replaceInvoice } from "@/lib/invoice-changes/commands";
import { renewByItself } from "@/lib/late-credentials/commands";
import { type MemberActor, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { addPlace, changeDay, settlePlaces } from "@/lib/places/commands";
import { requestRefund, resolvePayment } from "@/lib/refunds/commands";
import { settleDeclaredDays } from "@/lib/registrations/commands";
import { decideEntry, markNotDuplicate } from "@/lib/reviews/commands";
import { grantRole, withdrawRole } from "@/lib/roles/commands";
import { returnForm, signForm } from "@/lib/signatures/commands";
import { grantWaiver } from "@/lib/waivers/commands";
import { aClaim, type TestClaim } from "@/tests/support/a-claim";
import { aPaidPayment, invoiceOf } from "@/tests/support/a-payment";
import { aRenewal, INVOICED_AT } from "@/tests/support/a-renewal";
import { aManager, anOffice, aSentForm, signed } from "@/tests/support/a-reporting-form";
import { aRequest, correctAtDesk } from "@/tests/support/a-request";
import { NOW } from "@/tests/support/a-row";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { anEvent } from "@/tests/support/an-event";
import { anIssuedCertificate } from "@/tests/support/an-issued-certificate";

const reason = "It is mine.";

/** The member with every role that there is. */
const allOf = ({ id }: { id: string }): MemberActor => ({
  ...actorOf({ id }),
  roles: ["local_office", "staff", "administrator"],
});

async function expectRefused(act: Promise<unknown>) {
  await expect(act).rejects.toMatchObject({ kind: "invalid", message: REFUSAL_OF_OWN });
}

describe("nobody, whatever their roles, decides about their own", () => {
  const aLocked = async () => (await anIssuedCertificate()).claim;
  const certificate = ({ id }: TestClaim) => ({ registrationId: id, version: 1, reason });
  const ofClaims: [string, (self: MemberActor, claim: TestClaim) => Promise<unknown>][] = [
    [
      "locked day",
      (self, { id }) =>
        correctDay(self, { registrationId: id, day: "2026-04-10", credits: 700, reason }, NOW),
    ],
    ["claim", (self, claim) => correctAtDesk(self, claim)],
    ["certificate, to end it", (self, claim) => revokeCertificate(self, certificate(claim), NOW)],
    ["certificate, made new", (self, claim) => reissueCertificate(self, certificate(claim), NOW)],
    [
      "request",
      async (self, claim) =>
        declineRequest(self, { requestId: await aRequest(claim), decisionNote: reason }, NOW),
    ],
    [
      "registration's days",
      (self, { id, days: [eventDayId = ""] }) =>
        changeDay(self, { registrationId: id, eventDayId, change: "withdraw" }, NOW),
    ],
    [
      "days declared onsite",
      (self, { id }) => settleDeclaredDays(self, { registrationId: id, remove: false }, NOW),
    ],
    [
      "traces in the audit log",
      async (self, { id }) => {
        const about = { subject: "registration", subjectId: id };
        const other = { actorId: null, door: "command line", act: "tried", facts: {}, digests: {} };
        const entry = await db.auditEntry.create({ data: { at: NOW, ...about, ...other } });
        await eraseValues(self, { entryId: entry.id, reason }, NOW);
      },
    ],
  ];

  test.each(ofClaims)("%s", async (_, act) => {
    const claim = await aLocked();
    await expectRefused(act(allOf(claim.member), claim));
  });

  const ofEntries: [string, boolean, (self: MemberActor, entryId: string) => Promise<unknown>][] = [
    [
      "entry that awaits review",
      false,
      (self, entryId) => decideEntry(self, { entryId, decision: "accept", note: "" }, NOW),
    ],
    ["likely duplicate", true, (self, entryId) => markNotDuplicate(self, { entryId }, NOW)],
    [
      "accepted entry",
      true,
      async (self, entryId) => {
        const { credits, title } = { credits: "9.00", title: "Another" };
        const typed = {
          creditType: "CEC",
          format: "Live course",
          earnedOn: "2026-03-03",
          provider: "other",
        };
        const input = { entryId, reason, credits, title, ...typed, providerOther: "X" };
        await correctEntry(self, correctEntrySchema.parse({ ...input, seen: "" }), NOW);
      },
    ],
  ];

  test.each(ofEntries)("%s", async (_, accepted, act) => {
    const member = await anAccount({ password: null });
    const { id } = await anEntry(member, { accepted });
    await expectRefused(act(allOf(member), id));
  });

  const ofMembers: [string, (self: MemberActor, email: string) => Promise<unknown>][] = [
    ["retirement", (self) => retireMember(self, { memberId: self.memberId, reason }, NOW)],
    ["return", (self) => reinstateMember(self, { memberId: self.memberId, reason }, NOW)],
    ["role, given", (self, email) => grantRole(self, { email, role: "staff" }, NOW)],
    [
      "role, taken",
      (self) => withdrawRole(self, { memberId: self.memberId, role: "administrator" }, NOW),
    ],
    [
      "place at an event",
      async (self, email) => {
        const { id: eventId, days } = await anEvent();
        return addPlace(self, { eventId, member: email, days: days.map(({ id }) => id) }, NOW);
      },
    ],
  ];

  test.each(ofMembers)("%s", async (_, act) => {
    const member = await anAccount({ password: null });
    await expectRefused(act(allOf(member), member.email));
  });

  test("money and credit of a renewal", async () => {
    const renewal = await aRenewal();
    const { id: renewalId, member } = renewal;
    const self = allOf(member);
    const figures = { requiredCredits: 0, minimumCredits: 0, adjustment: -100, lateFee: 0 };
    const change = {
      renewalId,
      seen: (await invoiceOf(renewalId)).number,
      joining: [],
      ...figures,
      reason,
    };
    await expectRefused(replaceInvoice(self, change, INVOICED_AT));
    await expectRefused(renewByItself(self, { renewalId, byItself: [] }, INVOICED_AT));
    const waiver = { renewalId, part: "fee", kind: "other", reason } as const;
    await expectRefused(grantWaiver(self, waiver, INVOICED_AT));
    const { payment } = await aPaidPayment({ renewal });
    await expectRefused(requestRefund(self, { paymentId: payment.id, reason }, INVOICED_AT));
    await expectRefused(resolvePayment(self, { paymentId: payment.id, note: reason }, INVOICED_AT));
  });

  test("form, also as an officer of their own office", async () => {
    const { office } = await anOffice();
    const { member, actor } = await aManager(office);
    const grant = { memberId: member.id, role: "local_office", grantedAt: NOW } as const;
    await db.roleGrant.create({ data: { ...grant, officeId: office.id } });
    const form = await aSentForm(actor);
    await expectRefused(signForm(allOf(member), signed(form), NOW));
    const back = { formId: form.id, version: form.version, note: reason };
    await expectRefused(returnForm(allOf(member), back, NOW));
  });

  test("days among many: theirs alone is left", async () => {
    const [own, others] = [await aClaim(), await aClaim()];
    const registrations = [own.id, others.id];
    const results = await settlePlaces(
      allOf(own.member),
      { registrations, decision: "remove" },
      NOW,
    );
    expect(results.filter(({ sentence }) => sentence === REFUSAL_OF_OWN)).toHaveLength(1);
  });
});
