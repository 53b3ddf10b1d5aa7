import { parentPort } from "node:worker_threads";
import { renderCertificate } from "@/lib/certificates/pdf";
import type { CertificateFacts } from "@/lib/certificates/rules";
import type { Rendered } from "@/lib/drawing-thread";

const port = parentPort;
if (port === null) throw new Error("This file is the entry of a thread: start it by renderer.ts.");

port.on("message", async (facts: CertificateFacts) => {
  try {
    const bytes = await renderCertificate(facts);
    port.postMessage({ bytes } satisfies Rendered, [bytes.buffer]);
  } catch (error) {
    port.postMessage({
      refusal: error instanceof Error ? error.message : String(error),
    } satisfies Rendered);
  }
});
