import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { notFound } from "next/navigation";
import { PDF_FRAME_ASSET } from "@/lib/documents/rules";

const DAY_S = 24 * 60 * 60;

const SCRIPTS: Readonly<Record<string, string>> = {
  "pdf.min.mjs": "legacy/build/pdf.min.mjs",
  "pdf.worker.min.mjs": "legacy/build/pdf.worker.min.mjs",
  // What decodes JPEG 2000 where no WebAssembly may run.
  "openjpeg_nowasm_fallback.js": "wasm/openjpeg_nowasm_fallback.js",
};

/** Files of pdf.js as they were installed: scripts for the frame, fonts and character maps. */
export async function GET(_request: Request, { params }: RouteContext<"/api/pdf-frame/[...file]">) {
  const file = (await params).file.join("/");
  const script = Object.hasOwn(SCRIPTS, file) ? SCRIPTS[file] : undefined;
  if (script === undefined && !PDF_FRAME_ASSET.test(file)) notFound();
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "node_modules", "pdfjs-dist");
  const bytes = await readFile(join(folder, script ?? file)).catch(() => null);
  if (bytes === null) notFound();
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": script ? "text/javascript; charset=utf-8" : "application/octet-stream",
      // The frame has no origin, so its imports come from elsewhere, by the browser's reckoning.
      "Access-Control-Allow-Origin": "*",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": `public, max-age=${DAY_S}`,
    },
  });
}
