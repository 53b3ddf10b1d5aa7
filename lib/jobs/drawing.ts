import "server-only";
import type { Drawing } from "@/lib/certificates/commands";
import { createRenderer } from "@/lib/certificates/renderer";
import type { CertificateFacts } from "@/lib/certificates/rules";
import { certificateLines } from "@/lib/certificates/wording";
import { missingFrom } from "@/lib/drawing/fonts";
import { findLogoBytes } from "@/lib/logos/queries";

// One thread for the worker process, started with its first certificate.
let renderer: ReturnType<typeof createRenderer> | undefined;

/** Draws a certificate in the rendering thread, unless no font has some of its characters. */
export async function drawCertificate(facts: CertificateFacts): Promise<Drawing> {
  const missing = missingFrom(certificateLines(facts));
  if (missing.length > 0) return { missing };
  renderer ??= createRenderer();
  return { bytes: await renderer.render({ facts, logo: await findLogoBytes(facts.logo) }) };
}
