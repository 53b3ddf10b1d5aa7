import "server-only";
import { db } from "@/lib/db";
import { DomainError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { MemberActor } from "@/lib/members/rules";
import { findGateway, gatewayInUse } from "@/lib/payments/gateways";
import { BEING_CONFIRMED, preparePage } from "@/lib/payments/pages";
import type { OpenPayment } from "@/lib/payments/schema";
import { lockUnattended } from "@/lib/renewals/lock";

const NOT_SET_UP = "Online payment is not set up yet. Write to us to pay in another way.";
const NO_ANSWER =
  "The payment provider does not answer, and nothing was charged. Try again in a few minutes.";

/**
 * Opens the hosted page on which a member pays for a renewal, and answers its address. The amount is
 * judged now, with the late fee or without; a page still open for the same amount is offered again,
 * one for another amount is closed. Nothing is paid by it: the gateway's news say so later.
 */
export async function openPayment(actor: MemberActor, input: OpenPayment, now: Date) {
  const inUse = gatewayInUse();
  const gateway = inUse && findGateway(inUse);
  if (!gateway) throw new DomainError("invalid", NOT_SET_UP);
  const { page, asked, others } = await db.$transaction((tx) =>
    preparePage(tx, actor, input, inUse, now),
  );
  for (const { pageId, gateway: theirs } of others) {
    const closed = pageId && (await reach(async () => findGateway(theirs)?.expirePage(pageId)));
    if (closed === "used") throw new DomainError("conflict", BEING_CONFIRMED);
  }
  if (page.pageUrl) return page.pageUrl;
  const opened = await reach(() => gateway.openPage(asked));
  await db.$transaction(async (tx) => {
    await lockUnattended(tx, input.renewalId);
    await tx.payment.updateMany({ where: { id: page.id, pageId: null }, data: opened });
  });
  return opened.pageUrl;
}

/** Asks a gateway; when it does not answer, the member is told rather than shown a broken page. */
async function reach<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    log.error({ err: error }, "the payment gateway did not do what it was asked");
    throw new DomainError("conflict", NO_ANSWER);
  }
}
