import "server-only";
import { pathToFileURL } from "node:url";
import { createDrawingThread, type Renderer } from "@/lib/drawing/thread";
import type { TranscriptFacts } from "@/lib/transcripts/rules";

// By the folder that the product is started in: the bundle of the pages has no files beside it.
const ENTRY = "lib/transcripts/render-worker.ts";

let thread: Renderer<TranscriptFacts> | undefined;

/** Draws a transcript in a thread of this process, started with its first one; pages don't wait for it. */
export function drawTranscript(facts: TranscriptFacts): Promise<Uint8Array<ArrayBuffer>> {
  thread ??= createDrawingThread<TranscriptFacts>(pathToFileURL(ENTRY).href, {
    most: 20,
    // A record of hundreds of entries takes seconds, and more on a busy machine.
    patience: 120_000,
    what: "transcripts",
  });
  return thread.render(facts);
}
