import "server-only";
import { addMinutes, addSeconds } from "date-fns";
import { paymentStepPath } from "@/lib/addresses";
import { recordAudit } from "@/lib/audit/commands";
import { todayIn } from "@/lib/calendar";
import type { Tx } from "@/lib/db";
import { publicUrl } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { amountDueOn } from "@/lib/invoices/rules";
import type { MemberActor } from "@/lib/members/rules";
import type { PageAsked } from "@/lib/payments/gateway";
import { MINUTES_OPEN, type PaymentGateway } from "@/lib/payments/rules";
import type { OpenPayment } from "@/lib/payments/schema";
import { lockRenewal } from "@/lib/renewals/lock";
import type { MemberRenewal } from "@/lib/renewals/queries";
import { refusalOf, stateOf } from "@/lib/renewals/rules";
import { readSettings } from "@/lib/settings/queries";

export const BEING_CONFIRMED =
  "Your payment is being confirmed. Wait a moment and reload this page before you pay again.";
const REPLACED = "This invoice was replaced by a new one. Look at it before you pay.";

/** A page with less time left than that is not offered again. */
const SHORTEST_MINUTES = 2;
/** Who is still opening a page has not given it an address yet; after that long nobody is. */
const OPENING_SECONDS = 60;

const pageSelect = {
  id: true,
  invoiceId: true,
  gateway: true,
  pageId: true,
  pageUrl: true,
  cents: true,
  lateFee: true,
  currency: true,
  openedAt: true,
  expiresAt: true,
  pendingAt: true,
} as const;

/** Finds or makes the page's row under the renewal's lock: two who open at once share one. */
export async function preparePage(
  tx: Tx,
  actor: MemberActor,
  { renewalId, invoiceId }: OpenPayment,
  gateway: PaymentGateway,
  now: Date,
) {
  const renewal = await lockRenewal(tx, actor, renewalId);
  const { timeZone } = await readSettings(tx);
  const today = todayIn(timeZone, now);
  const { invoice } = renewal;
  const refusal = refusalOf(stateOf({ ...renewal, isApproved: false }, today), "pay");
  if (refusal) throw new DomainError("conflict", refusal);
  if (invoice.id !== invoiceId) throw new DomainError("conflict", REPLACED);
  const open = await tx.payment.findMany({
    where: {
      invoice: { renewalId },
      ...{ paidAt: null, expiredAt: null, failedAt: null, refundedAt: null, heldAt: null },
      expiresAt: { gt: now },
    },
    orderBy: { id: "desc" },
    select: pageSelect,
  });
  if (open.some(({ pendingAt }) => pendingAt)) throw new DomainError("conflict", BEING_CONFIRMED);
  const due = amountDueOn({ ...invoice, ...renewal }, today);
  const wanted = { invoiceId, gateway, cents: due.total, lateFee: due.lateFee };
  const page =
    open.find((each) => isFor(each, wanted) && isUsable(each, now)) ??
    (await addPage(tx, actor, { ...wanted, currency: invoice.currency }, now));
  const others = open.filter(({ id }) => id !== page.id);
  return { page, others, asked: askFor(renewal, page) };
}

type Page = {
  id: string;
  invoiceId: string;
  gateway: PaymentGateway;
  pageUrl: string | null;
  cents: number;
  lateFee: number;
  currency: string;
  openedAt: Date;
  expiresAt: Date;
};

type Wanted = Pick<Page, "invoiceId" | "gateway" | "cents" | "lateFee">;

const isFor = (page: Page, wanted: Wanted) =>
  page.invoiceId === wanted.invoiceId &&
  page.gateway === wanted.gateway &&
  page.cents === wanted.cents &&
  page.lateFee === wanted.lateFee;

function isUsable({ pageUrl, openedAt, expiresAt }: Page, now: Date): boolean {
  return pageUrl === null
    ? addSeconds(openedAt, OPENING_SECONDS) > now
    : expiresAt > addMinutes(now, SHORTEST_MINUTES);
}

async function addPage(
  tx: Tx,
  actor: MemberActor,
  wanted: Wanted & { currency: string },
  now: Date,
): Promise<Page> {
  const page = await tx.payment.create({
    data: { ...wanted, openedAt: now, expiresAt: addMinutes(now, MINUTES_OPEN) },
    select: pageSelect,
  });
  const told = { act: "opened a payment page", subject: "payment", subjectId: page.id };
  await recordAudit(tx, { actor, ...told, facts: wanted }, now);
  return page;
}

function askFor({ id, invoice, member }: MemberRenewal, page: Page): PageAsked {
  const lines = invoice.lines.map(({ text }) => text);
  return {
    paymentId: page.id,
    cents: page.cents,
    currency: page.currency,
    expiresAt: page.expiresAt,
    title: `Invoice ${invoice.number}`,
    description: [...lines, ...(page.lateFee > 0 ? ["late fee"] : [])].join(", "),
    email: member.email,
    paidUrl: `${publicUrl()}${paymentStepPath(id, "made")}`,
    leftUrl: `${publicUrl()}${paymentStepPath(id, "left")}`,
  };
}
