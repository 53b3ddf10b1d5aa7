import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { pathPart, zipped } from "@/lib/transcripts/zip";
import { aFile } from "@/tests/support/files";

type File = { path: string; bytes: Uint8Array };

async function unpacked(...files: File[]) {
  async function* one() {
    yield* files;
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipped(one())) chunks.push(chunk);
  return unzipSync(new Uint8Array(Buffer.concat(chunks)));
}

test("a zip has the ledger and each document, byte for byte", async () => {
  const files = {
    "ledger.csv": new TextEncoder().encode("Date Earned\r\n2026-03-03\r\n"),
    "documents/2026-03-03 Kurs für Ärzte/Nachweis 日本.pdf": aFile("pdf", 200_000),
    "documents/2026-03-03 Kurs für Ärzte/photo.png": aFile("png"),
  };
  const found = await unpacked(...Object.entries(files).map(([path, bytes]) => ({ path, bytes })));
  expect(found).toEqual(files);
});

test("documents of one name stand beside each other", async () => {
  const [first, second, third] = [aFile("pdf"), aFile("pdf", 100), aFile("pdf", 200)];
  const found = await unpacked(
    { path: "documents/a/scan.pdf", bytes: first },
    { path: "documents/a/scan.pdf", bytes: second },
    // Some file systems take both for one.
    { path: "documents/a/SCAN.pdf", bytes: third },
  );
  expect(found).toEqual({
    "documents/a/scan.pdf": first,
    "documents/a/scan (2).pdf": second,
    "documents/a/SCAN (3).pdf": third,
  });
});

test.each([
  ["../../x", "x"],
  ["..\\..\\x.pdf", "x.pdf"],
  ["/etc/passwd", "etc passwd"],
  ["C:\\x", "C x"],
  ["..", "unnamed"],
  ["CPR / first aid: part 1?", "CPR first aid part 1"],
  ["a\u202egnp.exe", "a gnp.exe"],
  ["", "unnamed"],
])("%j is in a path %j", (text, part) => {
  expect(pathPart(text)).toBe(part);
});
