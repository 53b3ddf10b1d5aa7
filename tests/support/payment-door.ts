import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { POST } from "@/app/api/payments/[gateway]/route";
import { setEnvironment } from "@/lib/env";
import { listenAnywhere } from "./listen-anywhere";

/** Brings news to the endpoint as they stand; answers its status and words. */
export async function bring(
  gateway: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  const url = `http://localhost/api/payments/${gateway}`;
  const params = Promise.resolve({ gateway });
  try {
    const answer = await POST(new Request(url, { method: "POST", body, headers }), { params });
    return { status: answer.status, words: await answer.text() };
  } catch (error) {
    const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
    if (digest.endsWith(";404")) return { status: 404, words: "" };
    throw error;
  }
}

/** The endpoint behind a server of its own, where gateways that call over the wire find it. */
export async function openPaymentDoor() {
  const server = createServer(async (request, response) => {
    const gateway = request.url?.split("/").at(-1) ?? "";
    const signature = String(request.headers["stripe-signature"] ?? "");
    const { status, words } = await bring(gateway, new Uint8Array(await buffer(request)), {
      "Stripe-Signature": signature,
    });
    response.writeHead(status).end(words);
  });
  setEnvironment({ PUBLIC_URL: await listenAnywhere(server) });
  return { close: () => new Promise((resolve) => server.close(resolve)) };
}
