import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { gunzipSync } from "node:zlib";

/** How Next marks a document that has no content. */
const EMPTY = '<html id="__next_error__"';

type Words = {
  title: string;
  heading: string;
  text: string;
  links: [address: string, name: string][];
};

const FAILED: Words = {
  title: "Not available",
  heading: "This page is not available",
  text: "The fault is ours. What you saved before is safe. Try again in a minute.",
  links: [["", "Try again"]],
};

/** As on app/not-found.tsx, which addresses that lead nowhere at all get. */
const NOT_FOUND: Words = {
  title: "Page not found",
  heading: "There is no such page",
  text: "The address may be mistyped, or what stood here may belong to another account. Check the address, or start again from your own pages.",
  links: [
    ["/", "Go to the start page"],
    ["/verify", "Verify a certificate"],
  ],
};

/**
 * When a page fails or finds nothing, Next sends an empty document that its scripts fill. Without
 * scripts it stays blank, so words are put into it on its way out.
 */
export function fillFailedPages(request: IncomingMessage, response: ServerResponse) {
  if (!request.headers.accept?.includes("text/html")) return;
  const { writeHead, write, end } = response;
  const kept: Buffer[] = [];
  let isKept = false;

  function begin(status: number, ...told: unknown[]): ServerResponse {
    if (status !== 500 && status !== 404)
      return Reflect.apply(writeHead, response, [status, ...told]);
    const headers = told.find((part) => typeof part === "object") as OutgoingHttpHeaders;
    for (const [name, value] of Object.entries(headers ?? {})) {
      if (value !== undefined) response.setHeader(name, value);
    }
    response.statusCode = status;
    isKept = String(response.getHeader("Content-Type") ?? "").startsWith("text/html");
    return isKept ? response : writeHead.call(response, status);
  }

  function keep(chunk: unknown) {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) kept.push(Buffer.from(chunk));
  }

  response.writeHead = begin;
  response.write = ((chunk: unknown, ...rest: unknown[]) => {
    if (!response.headersSent) begin(response.statusCode);
    if (!isKept) return Reflect.apply(write, response, [chunk, ...rest]);
    keep(chunk);
    return true;
  }) as typeof write;
  response.end = ((...parts: unknown[]) => {
    if (!response.headersSent) begin(response.statusCode);
    if (!isKept) return Reflect.apply(end, response, parts);
    keep(parts[0]);
    Object.assign(response, { writeHead, write, end });
    const document = bodyOf(response, kept);
    if (response.statusCode === 404 && !document.includes(EMPTY)) {
      return response.end(Buffer.concat(kept));
    }
    const said = response.statusCode === 404 ? NOT_FOUND : FAILED;
    const page = withWords(document, said, nonceOf(response));
    response.removeHeader("Content-Encoding");
    response.setHeader("Content-Length", Buffer.byteLength(page));
    response.removeHeader("ETag");
    return response.end(page);
  }) as typeof end;
}

function bodyOf(response: ServerResponse, kept: Buffer[]): string {
  const body = Buffer.concat(kept);
  const isZipped = response.getHeader("Content-Encoding") === "gzip";
  return (isZipped ? gunzipSync(body) : body).toString();
}

function nonceOf(response: ServerResponse): string {
  const policy = String(response.getHeader("Content-Security-Policy") ?? "");
  return /'nonce-([\w-]+)'/.exec(policy)?.[1] ?? "";
}

/** The colours are those of globals.css, whose file this page must do without. */
function withWords(document: string, said: Words, nonce: string): string {
  const style = `
    :root { color-scheme: light dark; --paper: oklch(98.5% 0.004 95); --ink: oklch(24% 0.02 260);
      --muted: oklch(50% 0.018 255); --accent: oklch(45% 0.09 215); }
    @media (prefers-color-scheme: dark) {
      :root { --paper: oklch(20.5% 0.012 235); --ink: oklch(92.5% 0.008 95);
        --muted: oklch(74% 0.014 230); --accent: oklch(78% 0.075 205); } }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 1.0625rem/1.5 "Source Sans 3", system-ui, sans-serif; }
    main { box-sizing: border-box; min-height: 100dvh; max-width: 64rem; margin: auto;
      padding: 4rem clamp(1rem, 4vw, 2rem); display: flex; flex-direction: column;
      justify-content: center; align-items: flex-start; gap: 1.5rem; }
    h1 { margin: 0; font-size: 1.6875rem; line-height: 1.25; letter-spacing: -0.01em; font-weight: 600; }
    p { margin: 0; max-width: 70ch; color: var(--muted); }
    div { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; }
    a { color: var(--accent); text-underline-offset: 0.2em; padding-block: 0.25rem; }`;
  const links = said.links.map(([address, name]) => `<a href="${address}">${name}</a>`).join(" ");
  const words = `<noscript><style nonce="${nonce}">${style}</style><main>
    <h1>${said.heading}</h1>
    <p>${said.text}</p>
    <div>${links}</div></main></noscript>`;
  return document
    .replace("<html ", '<html lang="en" ')
    .replace("</head>", `<title>${said.title}</title></head>`)
    .replace(/<body[^>]*>/, (body) => body + words);
}
