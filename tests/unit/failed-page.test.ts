import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { createGzip } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { fillFailedPages } from "@/lib/failed-page";

const EMPTY = '<!DOCTYPE html><html id="__next_error__"><head></head><body><i></i></body></html>';
const stops: (() => unknown)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function ask(answer: RequestListener, accept = "text/html,*/*") {
  const server = createServer((request, response) => {
    fillFailedPages(request, response);
    response.setHeader("Content-Security-Policy", "style-src 'self' 'nonce-a1-b2'");
    answer(request, response);
  }).listen(0);
  stops.push(() => server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const got = await fetch(`http://localhost:${port}/events`, { headers: { accept } });
  return { status: got.status, text: await got.text() };
}

const html = { "Content-Type": "text/html; charset=utf-8" };

test.each<[string, RequestListener]>([
  ["at once", (_, response) => response.writeHead(500, html).end(EMPTY)],
  [
    "in pieces",
    (_, response) => {
      response.statusCode = 500;
      response.setHeader("Content-Type", "text/html");
      response.write(EMPTY.slice(0, 30));
      response.end(EMPTY.slice(30));
    },
  ],
  [
    "compressed",
    (_, response) => {
      response.writeHead(500, "Failed", { ...html, "Content-Encoding": "gzip" });
      const zipped = createGzip();
      zipped.pipe(response);
      zipped.end(EMPTY);
    },
  ],
])("a page that failed, sent %s, says so without JavaScript", async (_, answer) => {
  const { status, text } = await ask(answer);
  expect(status).toBe(500);
  expect(text).toMatch(/<body><noscript><style nonce="a1-b2">/);
  expect(text).toContain("<h1>This page is not available</h1>");
  expect(text).toMatch(/<\/noscript><i><\/i><\/body><\/html>$/);
});

test("a page that found nothing says so without JavaScript", async () => {
  const { status, text } = await ask((_, response) => response.writeHead(404, html).end(EMPTY));
  expect(status).toBe(404);
  expect(text).toContain("<title>Page not found</title></head><body><noscript>");
  expect(text).toContain("<h1>There is no such page</h1>");
  expect(text).toMatch(/<\/noscript><i><\/i><\/body><\/html>$/);
});

test("a page with words of its own passes as it is, whole or compressed", async () => {
  const own = '<!DOCTYPE html><html lang="en"><head></head><body><h1>No</h1></body></html>';
  const length = { ...html, "Content-Length": Buffer.byteLength(own) };
  const whole = await ask((_, response) => response.writeHead(404, length).end(own));
  expect(whole).toEqual({ status: 404, text: own });
  const zipped = await ask((_, response) => {
    response.writeHead(404, { ...html, "Content-Encoding": "gzip" });
    const packed = createGzip();
    packed.pipe(response);
    packed.end(own);
  });
  expect(zipped).toEqual({ status: 404, text: own });
});

test("pages that did not fail, and answers that are no pages, pass as they are", async () => {
  const page = await ask((_, response) => response.writeHead(403, html).end(EMPTY));
  expect(page).toEqual({ status: 403, text: EMPTY });
  const words = { "Content-Type": "text/x-component" };
  const action = await ask((_, response) => response.writeHead(500, words).end("1:E{}"));
  expect(action).toEqual({ status: 500, text: "1:E{}" });
  const script = await ask((_, response) => response.writeHead(500, html).end(EMPTY), "*/*");
  expect(script).toEqual({ status: 500, text: EMPTY });
});
