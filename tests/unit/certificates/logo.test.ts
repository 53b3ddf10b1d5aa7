import { expect, test } from "vitest";
import { renderCertificate } from "@/lib/certificates/pdf";
import { createRenderer } from "@/lib/certificates/renderer";
import { aPng } from "@/tests/support/a-picture";
import { aCertificate } from "./a-certificate";
import { readPdf } from "./read-pdf";

const facts = aCertificate();
const pictures = (bytes: Uint8Array) =>
  Buffer.from(bytes).toString("latin1").split("/Subtype /Image").length - 1;

test("a logo stands on the one page of a certificate, the same bytes each time", async () => {
  const logo = aPng({ width: 900, height: 200 });
  const bytes = await renderCertificate({ facts, logo });
  expect((await readPdf(bytes)).pages).toBe(1);
  // The picture, and what of it can be seen through.
  expect(pictures(bytes)).toBe(2);
  expect(await renderCertificate({ facts, logo })).toEqual(bytes);
  expect(pictures(await renderCertificate({ facts, logo: null }))).toBe(0);
});

test("a logo that can't be read is refused, and the next certificate is drawn", async () => {
  const renderer = createRenderer();
  const refused = renderer.render({ facts, logo: aPng().slice(0, 20) });
  const next = renderer.render({ facts, logo: aPng() });
  await expect(refused).rejects.toThrow();
  expect(pictures(await next)).toBe(2);
  await renderer.close();
});
