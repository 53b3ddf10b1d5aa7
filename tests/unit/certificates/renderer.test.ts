import { afterAll, expect, it } from "vitest";
import { renderCertificate } from "@/lib/certificates/pdf";
import { createRenderer } from "@/lib/certificates/renderer";
import { aCertificate } from "./a-certificate";

const renderer = createRenderer();
afterAll(() => renderer.close());

it("the thread draws the bytes that the process would draw", async () => {
  const bytes = await renderer.render(aCertificate());
  expect(bytes).toEqual(await renderCertificate(aCertificate()));
}, 20_000);

it("a certificate that can't be drawn is refused, and the next is drawn", async () => {
  const refused = renderer.render(aCertificate({ name: "😀" }));
  const next = renderer.render(aCertificate());
  await expect(refused).rejects.toThrow("No font has a glyph for 😀.");
  expect((await next).length).toBeGreaterThan(10_000);
}, 20_000);

it("drawing that takes too long is given up, and the thread started again", async () => {
  const hasty = createRenderer({ patience: 1 });
  await expect(hasty.render(aCertificate())).rejects.toThrow("Not drawn within 1 ms.");
  await expect(hasty.render(aCertificate())).rejects.toThrow("Not drawn within 1 ms.");
  await hasty.close();
}, 20_000);

it("more than the queue holds are refused", async () => {
  const small = createRenderer({ most: 1 });
  const first = small.render(aCertificate());
  await expect(small.render(aCertificate())).rejects.toThrow("Too many certificates wait.");
  await first;
  await small.close();
  await expect(small.render(aCertificate())).rejects.toThrow("closed");
}, 20_000);
