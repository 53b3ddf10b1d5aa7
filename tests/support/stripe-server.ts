import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { Stripe } from "stripe";
import { listenAnywhere } from "./listen-anywhere";

export const STRIPE_KEY = "sk_test_onlyfortests";
export const STRIPE_SECRET = "whsec_onlyfortests";

type Page = {
  id: string;
  status: "open" | "complete" | "expired";
  url: string;
  amount_total: number;
  currency: string;
  payment_status: string;
  payment_intent: string | null;
  metadata: Record<string, string>;
};

type Refusal = { status: number; error: { type: string; message: string; code?: string } };

const wrong = (message: string, code?: string): Refusal => ({
  status: 400,
  error: { type: "invalid_request_error", message, code },
});

/**
 * Speaks as much of Stripe's API as payments need, strictly: the key, the idempotency, the fields and
 * the half hour. Its visitors pay by `visit`, and its news come signed to the door at `news`.
 */
export async function startStripeServer(news: () => string) {
  const pages = new Map<string, Page>();
  const asked: { path: string; fields: URLSearchParams; key: string }[] = [];
  const remembered = new Map<string, { fields: string; answer: unknown }>();
  const refunded = new Set<string>();
  let isDown = false;

  function answerTo(method: string, path: string, fields: URLSearchParams): unknown | Refusal {
    const [, , noun, kind, id, act] = path.split("/");
    if (noun === "refunds") return refund(fields);
    if (noun !== "checkout" || kind !== "sessions") return wrong(`Unrecognized path ${path}`);
    if (!id) return open(fields);
    const page = pages.get(id);
    if (!page) return wrong(`No such session ${id}`, "resource_missing");
    if (method === "GET") return page;
    if (act !== "expire") return wrong("Unrecognized act");
    if (page.status !== "open")
      return wrong("Only Checkout Sessions with a status of open can be expired.");
    page.status = "expired";
    return page;
  }

  function open(fields: URLSearchParams): Page | Refusal {
    const price = "line_items[0][price_data]";
    for (const name of [
      ...["mode", "success_url", "cancel_url", "expires_at", "client_reference_id"],
      ...[`${price}[unit_amount]`, `${price}[currency]`, `${price}[product_data][name]`],
      ...["metadata[credence_payment]", "payment_intent_data[metadata][credence_payment]"],
    ]) {
      if (!fields.get(name)) return wrong(`Missing required param: ${name}.`, "parameter_missing");
    }
    const seconds = Number(fields.get("expires_at")) - Date.now() / 1000;
    if (seconds < 30 * 60 || seconds > 24 * 3600) {
      return wrong("The `expires_at` timestamp must be between 30 minutes and 24 hours from now.");
    }
    const id = `cs_test_${randomUUID().replaceAll("-", "")}`;
    const page: Page = {
      ...{ id, status: "open", url: `${address}/pay/${id}` },
      amount_total: Number(fields.get(`${price}[unit_amount]`)),
      currency: fields.get(`${price}[currency]`) ?? "",
      ...{ payment_status: "unpaid", payment_intent: null },
      metadata: { credence_payment: fields.get("metadata[credence_payment]") ?? "" },
    };
    pages.set(id, page);
    return page;
  }

  function refund(fields: URLSearchParams): unknown | Refusal {
    const money = fields.get("payment_intent") ?? "";
    if (refunded.has(money)) return wrong("Already refunded.", "charge_already_refunded");
    if (![...pages.values()].some((page) => page.payment_intent === money)) {
      return wrong(`No such payment_intent: '${money}'`, "resource_missing");
    }
    refunded.add(money);
    return {
      id: `re_${randomUUID()}`,
      object: "refund",
      payment_intent: money,
      status: "succeeded",
    };
  }

  const server = createServer(async (request, response) => {
    const body = await text(request);
    const say = (status: number, answer: unknown) =>
      response
        .writeHead(status, { "Content-Type": "application/json" })
        .end(JSON.stringify(answer));
    if (isDown) return say(503, { error: { type: "api_error", message: "Down." } });
    if (!isKnown(request))
      return say(401, { error: { type: "invalid_request_error", message: "Invalid API Key" } });
    const path = new URL(request.url ?? "", "http://localhost").pathname;
    const fields = new URLSearchParams(body);
    const key = String(request.headers["idempotency-key"] ?? "");
    asked.push({ path, fields, key });
    const before = key ? remembered.get(key) : undefined;
    if (before && before.fields !== body) {
      return say(400, {
        error: { type: "idempotency_error", message: "Another request had this key." },
      });
    }
    const answer = before?.answer ?? answerTo(request.method ?? "", path, fields);
    if (key) remembered.set(key, { fields: body, answer });
    const isRefusal = typeof answer === "object" && answer !== null && "error" in answer;
    return isRefusal ? say((answer as Refusal).status, answer) : say(200, answer);
  });
  const address = await listenAnywhere(server);

  /** Sends news as Stripe does; answers the status they were answered with. */
  async function tell(type: string, object: object, id = `evt_${randomUUID()}`) {
    const created = Math.floor(Date.now() / 1000);
    const payload = JSON.stringify({
      id,
      object: "event",
      api_version: null,
      created,
      type,
      data: { object },
    });
    const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: STRIPE_SECRET });
    const headers = { "Content-Type": "application/json", "Stripe-Signature": signature };
    return (await fetch(news(), { method: "POST", headers, body: payload })).status;
  }

  return {
    address,
    asked,
    pages,
    tell,
    goDown: (down: boolean) => {
      isDown = down;
    },
    /** A visitor pays on a page: the page is used, and Stripe has not told of it yet. */
    visit(pageId: string) {
      const page = pages.get(pageId);
      if (page?.status !== "open") throw new Error("This page can't be paid.");
      Object.assign(page, {
        status: "complete",
        payment_status: "paid",
        payment_intent: `pi_${pageId}`,
      });
      return page;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

const isKnown = ({ headers }: IncomingMessage) => headers.authorization === `Bearer ${STRIPE_KEY}`;
