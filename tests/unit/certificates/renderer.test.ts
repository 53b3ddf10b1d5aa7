import { afterAll, expect, it } from "vitest";
import { renderCertificate } from "@/lib/certificates/pdf";
import { createRenderer } from "@/lib/certificates/renderer";
import { aCertificate } from "./a-certificate";

const renderer = createRenderer();
afterAll(() => renderer.close());

it("the thread draws the bytes that the process would draw", async () => {
  const bytes = await renderer.render({ facts: aCertificate(), logo: null });
  expect(bytes).toEqual(await renderCertificate({ facts: aCertificate(), logo: null }));
});

it("a certificate that can't be drawn is refused, and the next is drawn", async () => {
  const refused = renderer.render({ facts: aCertificate({ name: "😀" }), logo: null });
  const next = renderer.render({ facts: aCertificate(), logo: null });
  await expect(refused).rejects.toThrow("No font has a glyph for 😀.");
  expect((await next).length).toBeGreaterThan(10_000);
});

it("drawing that takes too long is given up, and the thread started again", async () => {
  const hasty = createRenderer({ patience: 1 });
  await expect(hasty.render({ facts: aCertificate(), logo: null })).rejects.toThrow(
    "Not drawn within 1 ms.",
  );
  await expect(hasty.render({ facts: aCertificate(), logo: null })).rejects.toThrow(
    "Not drawn within 1 ms.",
  );
  await hasty.close();
});

it("more than the queue holds are refused", async () => {
  const small = createRenderer({ most: 1 });
  const first = small.render({ facts: aCertificate(), logo: null });
  await expect(small.render({ facts: aCertificate(), logo: null })).rejects.toThrow(
    "Too many certificates wait.",
  );
  await first;
  await small.close();
  await expect(small.render({ facts: aCertificate(), logo: null })).rejects.toThrow("closed");
});
