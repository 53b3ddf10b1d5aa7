import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { POST } from "@/app/api/payments/[gateway]/route";
import { setEnvironment } from "@/lib/env";
import { freePort } from "@/lib/free-port";

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
  const port = await freePort(3600);
  const server = createServer(async (request, response) => {
    const gateway = request.url?.split("/").at(-1) ?? "";
    const signature = String(request.headers["stripe-signature"] ?? "");
    const { status, words } = await bring(gateway, new Uint8Array(await buffer(request)), {
      "Stripe-Signature": signature,
    });
    response.writeHead(status).end(words);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  setEnvironment({ PUBLIC_URL: `http://127.0.0.1:${port}` });
  return { close: () => new Promise((resolve) => server.close(resolve)) };
}
