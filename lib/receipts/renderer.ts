import "server-only";
import { pathToFileURL } from "node:url";
import { createDrawingThread, type Renderer } from "@/lib/drawing/thread";
import type { ReceiptFacts } from "@/lib/receipts/rules";

// By the folder that the product is started in: the bundle of the pages has no files beside it.
const ENTRY = "lib/receipts/render-worker.ts";

let thread: Renderer<ReceiptFacts> | undefined;

/** Draws a receipt in a thread of this process, started with its first one; pages don't wait for it. */
export function drawReceipt(facts: ReceiptFacts): Promise<Uint8Array<ArrayBuffer>> {
  thread ??= createDrawingThread<ReceiptFacts>(pathToFileURL(ENTRY).href, {
    most: 20,
    what: "receipts",
  });
  return thread.render(facts);
}
