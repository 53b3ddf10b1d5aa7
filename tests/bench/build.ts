import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderCertificate } from "@/lib/certificates/pdf";
import { ensureBuild, sources } from "@/lib/production-build";
import { aCertificate } from "@/tests/unit/certificates/a-certificate";

// One production build has to hold both sides of a comparison, and the product must not hold the
// other side's pages. So the checkout's sources are copied to a folder of their own, the pages of
// tests/bench/routes go in as /bench/…, and that copy is built and served like the product is.
// Everything around a page is thereby the same: layout, session, proxy, server, compression.

export const folder = ".credence/bench";

const fonts = "node_modules/@fontsource-variable";

/** Below public/: the static file that a certificate is compared with, byte for byte its size. */
export const staticFile = "bench-certificate.pdf";

export const benchCertificate = () => renderCertificate({ facts: aCertificate(), logo: null });

/** Builds the copy unless it was built from these very sources. */
export async function buildToMeasure() {
  const copied = [...sources, "prisma"].filter((path) => path !== "package-lock.json");
  for (const path of copied.filter(existsSync)) {
    rmSync(join(folder, path), { recursive: true, force: true });
    cpSync(path, join(folder, path), { recursive: true, preserveTimestamps: true });
  }
  cpSync("tests/bench/routes", join(folder, "app/bench"), { recursive: true });
  mkdirSync(join(folder, "public"), { recursive: true });
  writeFileSync(join(folder, "public", staticFile), await benchCertificate());
  // Packages are found in the checkout around the copy; the fonts alone are named by their path. A
  // link to all packages would be followed by Tailwind, which reads for minutes.
  rmSync(join(folder, "node_modules"), { recursive: true, force: true });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync("../../../node_modules/@fontsource-variable", join(folder, fonts));
  const checkout = process.cwd();
  process.chdir(folder);
  await ensureBuild(console.log).finally(() => process.chdir(checkout));
}
