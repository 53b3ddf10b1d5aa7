import type { CertificateSource } from "@/lib/certificates/pdf";
import { createDrawingThread, type Renderer } from "@/lib/drawing/thread";

/** A thread that draws certificates. */
export function createRenderer(limits: { most?: number; patience?: number } = {}) {
  const entry = new URL("./render-worker.ts", import.meta.url).href;
  const thread: Renderer<CertificateSource> = createDrawingThread(entry, {
    ...limits,
    what: "certificates",
  });
  return thread;
}
