import "server-only";
import { pathToFileURL } from "node:url";
import { createDrawingThread, type Renderer } from "@/lib/drawing/thread";
import type { PrintedForm } from "@/lib/reporting-forms/pdf";

// By the folder that the product is started in: the bundle of the pages has no files beside it.
const ENTRY = "lib/reporting-forms/render-worker.ts";

let thread: Renderer<PrintedForm> | undefined;

/** Draws a form in a thread of this process, started with its first one; pages don't wait for it. */
export function drawForm(facts: PrintedForm): Promise<Uint8Array<ArrayBuffer>> {
  thread ??= createDrawingThread<PrintedForm>(pathToFileURL(ENTRY).href, {
    most: 20,
    what: "reporting forms",
  });
  return thread.render(facts);
}
