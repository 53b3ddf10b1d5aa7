import { parentPort } from "node:worker_threads";
import type { Rendered } from "@/lib/drawing-thread";
import { renderTranscript } from "@/lib/transcripts/pdf";
import type { TranscriptFacts } from "@/lib/transcripts/rules";

const port = parentPort;
if (port === null) throw new Error("This file is the entry of a thread: start it by renderer.ts.");

port.on("message", async (facts: TranscriptFacts) => {
  try {
    const bytes = await renderTranscript(facts);
    port.postMessage({ bytes } satisfies Rendered, [bytes.buffer]);
  } catch (error) {
    port.postMessage({
      refusal: error instanceof Error ? error.message : String(error),
    } satisfies Rendered);
  }
});
