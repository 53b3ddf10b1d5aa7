import "server-only";
import { pathToFileURL } from "node:url";
import { TRIAL } from "@/lib/certificate-previews/rules";
import type { CertificateSource } from "@/lib/certificates/pdf";
import { createDrawingThread, type Renderer } from "@/lib/drawing/thread";

// By the folder that the product is started in: the bundle of the pages has no files beside it.
const ENTRY = "lib/certificate-previews/render-worker.ts";

let thread: Renderer<CertificateSource> | undefined;

/** Draws a preview in a thread of this process, started with its first one; pages don't wait for it. */
export function drawPreview(source: CertificateSource): Promise<Uint8Array<ArrayBuffer>> {
  thread ??= createDrawingThread<CertificateSource>(pathToFileURL(ENTRY).href, {
    most: 20,
    patience: 60_000,
    what: "previews",
  });
  return thread.render(source);
}

/** Draws a picture as the logo of a certificate; rejects when it can't be drawn. */
export function tryLogo(logo: Uint8Array) {
  return drawPreview({ facts: TRIAL, logo });
}
