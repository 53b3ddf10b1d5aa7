import "server-only";
import { pathToFileURL } from "node:url";
import type { CertificateFacts } from "@/lib/certificates/rules";
import { createDrawingThread, type Renderer } from "@/lib/drawing/thread";

// By the folder that the product is started in: the bundle of the pages has no files beside it.
const ENTRY = "lib/certificate-previews/render-worker.ts";

let thread: Renderer<CertificateFacts> | undefined;

/** Draws a preview in a thread of this process, started with its first one; pages don't wait for it. */
export function drawPreview(facts: CertificateFacts): Promise<Uint8Array<ArrayBuffer>> {
  thread ??= createDrawingThread<CertificateFacts>(pathToFileURL(ENTRY).href, {
    most: 20,
    patience: 60_000,
    what: "previews",
  });
  return thread.render(facts);
}
