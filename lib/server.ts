import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { format } from "node:util";
import next from "next";
import { env } from "@/lib/env";
import { fillFailedPages } from "@/lib/failed-page";
import { log, withoutAddresses } from "@/lib/log";
import { isFromElsewhere } from "@/lib/origin";
import { leadOnWithoutForm } from "@/lib/see-other";
import { SetupError } from "@/lib/setup-error";

const LONGEST_STOP = 25_000;

const UNREADABLE = "This address is not written correctly. Check it and try again.";
const FROM_ELSEWHERE =
  "This form did not come from this site. Open the page again and send it from there.";

/** Next behind our own server, which decides the client's address and stops without cutting. */
export async function startServer({ dev, port }: { dev: boolean; port: number }) {
  const local = env.CREDENCE_MODE !== "production";
  const app = next({ dev, port, hostname: "localhost", quiet: !dev });
  // What Next and React print belongs in the log, and without addresses.
  if (!dev) console.error = (...parts) => log.error(withoutAddresses(format(...parts)));
  await app.prepare();
  const respond = app.getRequestHandler();

  let stopping = false;
  const server = createServer((request, response) => {
    if (!isReadable(request.url ?? "/")) return refuse(response, 400, UNREADABLE);
    establish(request, response);
    if (isForm(request) && isFromElsewhere(request.headers, env.PUBLIC_URL)) {
      return refuse(response, 403, FROM_ELSEWHERE);
    }
    if (stopping) response.setHeader("Connection", "close");
    response.once("close", () => {
      if (stopping) setImmediate(() => server.closeIdleConnections());
    });
    leadOnWithoutForm(request, response);
    if (!dev) fillFailedPages(request, response);
    respond(request, response).catch((error: unknown) => {
      log.error({ err: error }, "a request failed outside every page");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(taken ? new SetupError(`Port ${port} is taken. Set PORT to a free one.`) : error);
    });
    server.listen(port, local ? "127.0.0.1" : undefined, resolve);
  });

  return {
    /** Takes no more requests and returns when those under way are answered. */
    async stop() {
      stopping = true;
      const closed = new Promise((resolve) => server.close(resolve));
      const force = setTimeout(() => server.closeAllConnections(), LONGEST_STOP);
      await closed;
      clearTimeout(force);
      await app.close();
    },
  };
}

/** What browsers send; news of payments come from gateways, and are believed for their signature alone. */
function isForm({ method, url = "/" }: IncomingMessage): boolean {
  return method === "POST" && !url.startsWith("/api/payments/");
}

/** Next answers a broken percent sign by an error of its own. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

function refuse(response: ServerResponse, status: number, sentence: string) {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(sentence);
}

/** Writes down what pages may rely on, over whatever the client claims. */
function establish(request: IncomingMessage, response: ServerResponse) {
  request.headers["x-forwarded-for"] = clientAddress(request);
  if (env.TRUSTED_PROXIES === 0) {
    for (const claim of [
      "forwarded",
      "x-forwarded-host",
      "x-forwarded-proto",
      "x-forwarded-port",
      "x-real-ip",
    ]) {
      delete request.headers[claim];
    }
  }
  request.headers["x-requested-path"] = requestedPath(request.url ?? "/");
  if (env.PUBLIC_URL?.startsWith("https:")) {
    response.setHeader("Strict-Transport-Security", "max-age=31536000");
  }
}

/** Each proxy adds at the right whom it saw, so the nth from the right was seen by the outermost. */
function clientAddress(request: IncomingMessage): string {
  const socket = request.socket.remoteAddress ?? "unknown";
  if (env.TRUSTED_PROXIES === 0) return socket;
  const seen = String(request.headers["x-forwarded-for"] ?? "").split(",");
  return seen.at(-env.TRUSTED_PROXIES)?.trim() || socket;
}

function requestedPath(url: string): string {
  const [path = "/", query] = url.split("?", 2);
  const asked = new URLSearchParams(query);
  asked.delete("_rsc"); // Next's own, when it fetches a page without reloading
  return asked.size > 0 ? `${path}?${asked}` : path;
}
