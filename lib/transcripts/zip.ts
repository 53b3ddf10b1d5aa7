import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

type File = { path: string; bytes: Uint8Array };

/** An archive, file after file as they come, so that none but the present one is held in memory. */
export async function* zipped(files: AsyncIterable<File>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const taken = new Set<string>();
  for await (const { path, bytes } of files) {
    const name = freePath(path, taken);
    // Pictures and PDFs are packed already.
    const file = name.endsWith(".csv") ? new ZipDeflate(name) : new ZipPassThrough(name);
    zip.add(file);
    file.push(bytes, true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

/** Read on as the reader takes it; who leaves stops it. */
export function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

/** Two files of one name: the second becomes "scan (2).pdf". */
function freePath(path: string, taken: Set<string>): string {
  const [, stem = path, end = ""] = /^(.*?)(\.[^./]*)?$/s.exec(path) ?? [];
  let free = path;
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${stem} (${count})${end}`;
  taken.add(free.toLowerCase());
  return free;
}

/** A part of a path that unpacks anywhere and leads nowhere else. */
export function pathPart(text: string): string {
  const kept = text
    .normalize("NFC")
    .replaceAll(/[\\/:*?"<>|\p{C}]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .replace(/^[.\s]+/, "")
    .slice(0, 100)
    .replace(/[.\s]+$/, "");
  return kept === "" ? "unnamed" : kept;
}
