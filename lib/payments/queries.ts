import "server-only";
import { db } from "@/lib/db";
import { isId } from "@/lib/ids";
import { earlierThan, laterThan } from "@/lib/page-after";
import { receivedOf, stateOf } from "@/lib/payments/rules";
import type { MadeState, PaymentList } from "@/lib/payments/schema";
import type { Prisma } from "@/prisma/generated/client";

/** What the gateway told of the money that came in, the first first. */
export const eventsOfMoney = {
  where: { kind: "paid" },
  orderBy: [{ happenedAt: "asc" }, { receivedAt: "asc" }],
  take: 1,
  select: { kind: true, cents: true, currency: true },
} satisfies Prisma.Payment$eventsArgs;

const facts = {
  id: true,
  invoiceId: true,
  gateway: true,
  cents: true,
  lateFee: true,
  currency: true,
  openedAt: true,
  expiresAt: true,
  declinedAt: true,
  expiredAt: true,
  pendingAt: true,
  failedAt: true,
  paidAt: true,
  heldAt: true,
  heldWhy: true,
  refundRequestedAt: true,
  refundedAt: true,
  refundFailedAt: true,
  standing: true,
  events: eventsOfMoney,
  resolution: { select: { resolvedAt: true } },
} as const;

/** Staff see this many at once; the next come when these are resolved. */
const MOST_LISTED = 100;
const PAGE = 25;
const DAY = 24 * 60 * 60_000;

const staffFacts = {
  ...facts,
  paymentRef: true,
  invoice: {
    select: {
      number: true,
      renewal: {
        select: {
          id: true,
          memberId: true,
          member: { select: { firstName: true, lastName: true, memberNumber: true } },
        },
      },
    },
  },
} as const;

type Found = Omit<Parameters<typeof stateOf>[0], "resolvedAt"> &
  Parameters<typeof receivedOf>[0] & { resolution: { resolvedAt: Date } | null };

/** A payment with how it stands and what was received: what was asked, until money came. */
function withState<Payment extends Found>({ resolution, ...payment }: Payment) {
  const resolvedAt = resolution?.resolvedAt ?? null;
  const received = receivedOf(payment);
  return { ...payment, received, resolvedAt, state: stateOf({ ...payment, resolvedAt }) };
}

/** The pages that were opened for a renewal and what became of them, the newest first. */
export async function listPayments(renewalId: string) {
  const found = await db.payment.findMany({
    where: { invoice: { renewalId } },
    orderBy: { id: "desc" },
    select: facts,
  });
  return found.map(withState);
}

export type RenewalPayment = Awaited<ReturnType<typeof listPayments>>[number];

/** A page of the test gateway; null: there is none of that name. */
export async function findTestPage(pageId: string) {
  const found = await db.payment.findUnique({
    where: { gateway_pageId: { gateway: "test", pageId } },
    select: { ...facts, invoice: { select: { number: true, renewalId: true } } },
  });
  return found && { ...withState(found), pageId };
}

/** Payments that staff have to look at. */
function needingStaff(now: Date): Prisma.PaymentWhereInput {
  const dayAgo = new Date(now.getTime() - DAY);
  return {
    resolution: null,
    OR: [
      { refundFailedAt: { not: null }, refundedAt: null },
      { refundFailedAt: { gte: db.payment.fields.refundedAt } },
      // Asked for, and no answer came.
      { refundRequestedAt: { lt: dayAgo }, refundedAt: null, refundFailedAt: null },
      {
        ...{ refundedAt: null, refundRequestedAt: null },
        OR: [{ heldAt: { not: null } }, { paidAt: { not: null }, standing: false }],
      },
    ],
  };
}

/** News that name no payment of ours. */
const OF_NOTHING = { paymentId: null, resolution: null } satisfies Prisma.PaymentEventWhereInput;

/** How many of both there are. */
export async function countNeedingStaff(now: Date): Promise<number> {
  const [payments, news] = await Promise.all([
    db.payment.count({ where: needingStaff(now) }),
    db.paymentEvent.count({ where: OF_NOTHING }),
  ]);
  return payments + news;
}

/** Payments that staff have to look at, and news that name none of ours; the oldest first. */
export async function listNeedingStaff(now: Date) {
  const [found, news] = await Promise.all([
    db.payment.findMany({
      where: needingStaff(now),
      orderBy: { id: "asc" },
      take: MOST_LISTED,
      select: staffFacts,
    }),
    db.paymentEvent.findMany({
      where: OF_NOTHING,
      orderBy: { receivedAt: "asc" },
      take: MOST_LISTED,
      select: {
        gateway: true,
        eventId: true,
        kind: true,
        pageId: true,
        paymentRef: true,
        cents: true,
        currency: true,
        happenedAt: true,
      },
    }),
  ]);
  return { payments: found.map(withState), news };
}

const NOT_REFUNDED = { refundRequestedAt: null, refundedAt: null, refundFailedAt: null } as const;

/** As `stateOf` says, of payments that were made. */
const IN_STATE: Record<MadeState, () => Prisma.PaymentWhereInput> = {
  resolved: () => ({ resolution: { isNot: null } }),
  "refund failed": () => ({
    ...{ resolution: null, refundFailedAt: { not: null } },
    OR: [{ refundedAt: null }, { refundFailedAt: { gte: db.payment.fields.refundedAt } }],
  }),
  refunded: () => ({
    ...{ resolution: null, refundedAt: { not: null } },
    OR: [{ refundFailedAt: null }, { refundFailedAt: { lt: db.payment.fields.refundedAt } }],
  }),
  refunding: () => ({ ...NOT_REFUNDED, resolution: null, refundRequestedAt: { not: null } }),
  "needs staff": () => ({
    ...{ ...NOT_REFUNDED, resolution: null },
    OR: [{ heldAt: { not: null } }, { standing: false }],
  }),
  paid: () => ({ ...NOT_REFUNDED, resolution: null, heldAt: null, standing: true }),
};

/** A page of the payments that were made, the newest first where no other order is asked. */
export async function listMade({ state, sort = "newest", after }: PaymentList) {
  const isNewest = sort === "newest";
  const past = isNewest ? earlierThan : laterThan;
  const way = isNewest ? "desc" : "asc";
  const found = await db.payment.findMany({
    where: {
      paidAt: { not: null },
      AND: [state ? IN_STATE[state]() : {}, after ? past("paidAt", after) : {}],
    },
    orderBy: [{ paidAt: way }, { id: way }],
    take: PAGE + 1,
    select: staffFacts,
  });
  const payments = found.slice(0, PAGE).map(withState);
  const last = found.length > PAGE ? payments.at(-1) : undefined;
  return { payments, next: last?.paidAt ? { at: last.paidAt, id: last.id } : null };
}

export type StaffPayment = Awaited<ReturnType<typeof listMade>>["payments"][number];

/** A payment with all that was told of it, for administrators; null: there is none. */
export async function findPayment(paymentId: string) {
  if (!isId(paymentId)) return null;
  const found = await db.payment.findUnique({
    where: { id: paymentId },
    select: {
      ...staffFacts,
      ...{ pageId: true, refundReason: true },
      events: {
        orderBy: [{ happenedAt: "asc" }, { receivedAt: "asc" }],
        select: { eventId: true, kind: true, cents: true, currency: true, happenedAt: true },
      },
      resolution: { select: { resolvedAt: true, note: true } },
    },
  });
  return found && { ...withState(found), note: found.resolution?.note ?? null };
}
