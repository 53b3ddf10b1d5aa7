import type { CertificateFacts } from "@/lib/certificates/rules";
import { createDrawingThread, type Renderer } from "@/lib/drawing/thread";

/** A thread that draws certificates. */
export function createRenderer(limits: { most?: number; patience?: number } = {}) {
  const entry = new URL("./render-worker.ts", import.meta.url).href;
  const thread: Renderer<CertificateFacts> = createDrawingThread(entry, {
    ...limits,
    what: "certificates",
  });
  return thread;
}
