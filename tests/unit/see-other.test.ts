import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { leadOnWithoutForm } from "@/lib/see-other";

async function ask(method: string, answer: RequestListener) {
  const server = createServer((request, response) => {
    leadOnWithoutForm(request, response);
    answer(request, response);
  }).listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const got = await fetch(`http://localhost:${port}/`, { method, redirect: "manual" });
  server.close();
  return [got.status, got.headers.get("location")];
}

const outright: RequestListener = (_, response) =>
  response.writeHead(307, { Location: "/x" }).end();
const bySetting: RequestListener = (_, response) => {
  response.statusCode = 307;
  response.setHeader("Location", "/x").end();
};

test.each([
  ["outright", outright],
  ["by setting its status", bySetting],
])("a page that redirects %s does not have a form sent twice", async (_, answer) => {
  expect(await ask("POST", answer)).toEqual([303, "/x"]);
  expect(await ask("GET", answer)).toEqual([307, "/x"]);
});

test("other answers to a form stay what they are", async () => {
  expect(await ask("POST", (_, response) => response.writeHead(201).end())).toEqual([201, null]);
});
