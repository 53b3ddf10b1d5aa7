import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * A page that redirects while it answers a form says 307 in Next, and at that a browser sends the
 * form once more, to the page it is led to. 303 has it fetch that page.
 */
export function leadOnWithoutForm(request: IncomingMessage, response: ServerResponse) {
  if (request.method !== "POST") return;
  const { writeHead } = response;
  response.writeHead = (status: number, ...told: unknown[]) =>
    Reflect.apply(writeHead, response, [status === 307 ? 303 : status, ...told]);
}

/** After a POST to a route handler: the browser asks for the page, and reloading it sends nothing again. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } });
}
