import { notFound } from "next/navigation";
import { log } from "@/lib/log";
import { findGateway } from "@/lib/payments/gateways";
import { ForgedNews } from "@/lib/payments/news";
import { receivePaymentEvent } from "@/lib/payments/receive";
import { paymentGateways } from "@/lib/payments/schema";
import { readLimited } from "@/lib/read-limited";

/** Bytes; news are a tenth of it. */
const LARGEST = 256 * 1024;

/**
 * Where a gateway brings its news. Nobody is signed in and no page is asked for: what vouches for the
 * news is their signature over the bytes as they came. Whatever is not answered by 2xx comes again.
 */
export async function POST(request: Request, { params }: RouteContext<"/api/payments/[gateway]">) {
  const name = paymentGateways.safeParse((await params).gateway);
  const gateway = name.success ? findGateway(name.data) : null;
  if (!name.success || !gateway) notFound();
  const body = await readLimited(request, LARGEST);
  if (body === null) return answer(413, "This is larger than any news.");
  const now = new Date();
  try {
    const event = gateway.readEvent(body, request.headers.get("stripe-signature") ?? "", now);
    if (!event) return answer(200, "Not for us.");
    const taken = await receivePaymentEvent(name.data, event, now);
    const { id, news, paymentId } = event;
    const level = taken === "kept for staff" ? "warn" : "info";
    log[level]({ gateway: name.data, event: id, news, payment: paymentId, taken }, "payment news");
    return answer(200, taken);
  } catch (error) {
    if (!(error instanceof ForgedNews)) throw error;
    log.warn({ gateway: name.data, why: error.message }, "payment news were refused");
    return answer(400, error.message);
  }
}

function answer(status: number, words: string) {
  return new Response(words, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
