import { parentPort } from "node:worker_threads";
import type { Rendered } from "@/lib/drawing/thread";

/** Makes this file's thread one that draws: every message brings facts and takes bytes, or why not, back. */
export function answerWith<Facts>(render: (facts: Facts) => Promise<Uint8Array<ArrayBuffer>>) {
  const port = parentPort;
  if (port === null)
    throw new Error("This file is the entry of a thread: start it by renderer.ts.");
  port.on("message", async (facts: Facts) => {
    try {
      const bytes = await render(facts);
      port.postMessage({ bytes } satisfies Rendered, [bytes.buffer]);
    } catch (error) {
      const refusal = error instanceof Error ? error.message : String(error);
      port.postMessage({ refusal } satisfies Rendered);
    }
  });
}
