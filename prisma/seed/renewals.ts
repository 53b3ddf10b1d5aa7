import { addDays, addMinutes } from "date-fns";
import { v7 as newId } from "uuid";
import { saveBatch } from "@/lib/batches/commands";
import type { Day } from "@/lib/calendar";
import { confirmContact } from "@/lib/contacts/commands";
import { drawAudits } from "@/lib/credit-audit-selections/commands";
import { listCandidates } from "@/lib/credit-audit-selections/queries";
import { hashOfCandidates } from "@/lib/credit-audit-selections/rules";
import { db } from "@/lib/db";
import { issueInvoices } from "@/lib/invoices/commands";
import { findContact } from "@/lib/members/queries";
import { MACHINE } from "@/lib/members/rules";
import { openPayment } from "@/lib/payments/commands";
import { receivePaymentEvent } from "@/lib/payments/receive";
import { listRenewals, type StandingRenewal } from "@/lib/renewals/queries";
import { makeForms } from "./forms";
import { findMemberActor } from "./people";
import { PROPERTY } from "./record";

/**
 * Renewals of the property credentials, one in each state that tells something. Invoices are issued as
 * of the last months of the year, whenever the demo is loaded: else there would be none to look at.
 */
export async function makeRenewals(today: Day, now: Date) {
  const autumn = `${today.slice(0, 4)}-11-05`;
  await issueInvoices(today > autumn ? today : autumn, addDays(now, -12));
  // Open: nothing is done yet (Liam), or the forms are still on their way (DeShawn).
  await confirm(PROPERTY.deShawn, today, addDays(now, -9));
  await makeForms(today, now);
  // Its forms are signed and submitted, and wait for national staff.
  await submitForms(PROPERTY.olivia, today, now);
  // Paid, and credits are outstanding.
  await confirm(PROPERTY.chloe, today, addDays(now, -8));
  await pay(PROPERTY.chloe, today, addDays(now, -8));
  // Approved, since it asks for no credits, and the payment is due.
  await confirm(PROPERTY.mia, today, addDays(now, -7));
  // Renewed, with its certificate.
  await pay(PROPERTY.noah, today, addDays(now, -6));
  await confirm(PROPERTY.noah, today, addDays(now, -6));
  await drawOne(addDays(now, -5));
}

/** A random audit of what was renewed, under way. */
async function drawOne(now: Date) {
  if (await db.auditSelection.findFirst({ select: { id: true } })) return;
  const criteria = { program: "", from: "", to: "" };
  const seen = hashOfCandidates(await listCandidates(criteria));
  const size = { size: 1, unit: "renewals" } as const;
  const drawn = { ...criteria, ...size, seed: "4 8 15 16 23 42", selectionId: newId(), seen };
  await drawAudits(MACHINE, drawn, now);
}

/** The renewal for the year that follows. */
export async function findNext(memberNumber: string, today: Day) {
  const actor = await findMemberActor(memberNumber);
  const renewals = await listRenewals(actor.memberId, today);
  const renewal = renewals.find(({ dueOn }) => dueOn > today);
  if (!renewal) throw new Error(`${memberNumber} has no renewal to come.`);
  return { actor, renewal };
}

async function confirm(memberNumber: string, today: Day, now: Date) {
  const { actor, renewal } = await findNext(memberNumber, today);
  if (renewal.contactConfirmedAt) return;
  const { email, phone, address } = await findContact(actor.memberId);
  const said = { email, phone: phone ?? "", address: address ?? "", password: "" };
  await confirmContact(actor, { ...said, renewalId: renewal.id, from: "127.0.0.1" }, now);
}

/** All signed forms in one submission. */
async function submitForms(memberNumber: string, today: Day, now: Date) {
  const { actor, renewal } = await findNext(memberNumber, today);
  const submitted = { renewalId: renewal.id, version: { gt: 0 } };
  if (await db.batch.findFirst({ where: submitted, select: { id: true } })) return;
  const signed = { memberId: actor.memberId, signatures: { some: { voidedAt: null } } };
  const forms = await db.reportingForm.findMany({ where: signed, select: { id: true } });
  const chosen = { forms: forms.map(({ id }) => id), renewalId: renewal.id };
  await saveBatch(actor, { ...chosen, act: "submit", attested: "on" }, now);
}

/** Pays on the test gateway's page, as its news tell it. */
async function pay(memberNumber: string, today: Day, now: Date) {
  const { actor, renewal } = await findNext(memberNumber, today);
  if (renewal.isPaid) return;
  await openPayment(actor, { renewalId: renewal.id, invoiceId: renewal.invoice.id }, now);
  await receivePaymentEvent("test", await newsOf(renewal, addMinutes(now, 2)), now);
}

async function newsOf({ invoice }: StandingRenewal, happenedAt: Date) {
  const page = await db.payment.findFirstOrThrow({
    where: { invoiceId: invoice.id },
    orderBy: { id: "desc" },
    select: { id: true, pageId: true, cents: true, currency: true },
  });
  const { id: paymentId, ...paid } = page;
  const named = { id: `evt_demo_${newId()}`, paymentId, paymentRef: `demo-money-${paymentId}` };
  return { ...paid, ...named, news: "paid" as const, happenedAt };
}
