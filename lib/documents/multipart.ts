import "server-only";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";
import { bytesOf } from "@/lib/documents/rules";
import { DomainError } from "@/lib/errors";

const ROOM_FOR_FIELDS = bytesOf(1);
/** Who announces more than this, or not how much, is cut off at the limit. */
const MOST_THROWN_AWAY = bytesOf(1000);
const LONGEST_FIELD = 10_000;
const MOST_FIELDS = 100;

/** A file of a form: whole, or (null) larger than allowed and thrown away as it came. */
export type SentFile = { name: string; bytes: Uint8Array<ArrayBuffer> | null };

type Limits = {
  /** Bytes of one file. */
  file: number;
  files: number;
};

/**
 * Reads a form with files while it streams in, and hands on each field and, one after the other, each
 * file that is whole. Of a file beyond the limit nothing is held, nor of what comes beyond all that files
 * together may have. Throws a DomainError when the form is too large, and CutOff when it is not whole or no such form.
 */
export async function readMultipart(
  request: Request,
  limits: Limits,
  {
    field,
    file,
  }: { field: (name: string, value: string) => void; file: (file: SentFile) => Promise<void> },
): Promise<void> {
  const most = limits.files * limits.file + ROOM_FOR_FIELDS;
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  const isTooLarge = announced > most;
  const until = announced <= MOST_THROWN_AWAY ? announced : most;
  const parser = openParser(request, limits);
  let taking: Promise<void> = Promise.resolve();
  parser.on("field", field);
  parser.on("file", (_field, stream, { filename }) => {
    if (isTooLarge) {
      stream.on("error", () => {}).resume();
      return;
    }
    const whole = collect(stream);
    taking = Promise.all([whole, taking]).then(async ([bytes]) => {
      // A file field that was left empty comes as a file without name and bytes.
      if (filename || bytes?.length !== 0) await file({ name: filename ?? "", bytes });
    });
    // It is awaited below; until then a failure is not an unhandled one.
    taking.catch(() => {});
  });
  let areTooMany = false;
  parser.once("filesLimit", () => {
    areTooMany = true;
  });
  const body = Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
  try {
    await pipeline(
      body,
      (chunks: AsyncIterable<Uint8Array>) => counted(chunks, most, until),
      parser,
    );
  } catch (error) {
    throw error instanceof DomainError ? error : cutOff();
  } finally {
    await taking.catch((error) => {
      if (error instanceof Cut) return;
      throw error;
    });
  }
  if (areTooMany) throw tooMany(limits.files);
}

function openParser(request: Request, { file, files }: Limits) {
  const type = request.headers.get("content-type");
  if (!type?.startsWith("multipart/form-data") || !request.body) throw cutOff();
  try {
    return busboy({
      headers: { "content-type": type },
      defParamCharset: "utf8",
      // A file of just the limit has to differ from one that was stopped there.
      limits: { fileSize: file + 1, files, fields: MOST_FIELDS, fieldSize: LONGEST_FIELD },
    });
  } catch {
    throw cutOff();
  }
}

/** A form of which the rest never came: nothing of it is to be kept. */
export class CutOff extends DomainError {}

class Cut extends Error {}

async function collect(stream: Readable & { truncated?: boolean }) {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of stream) {
      if (stream.truncated) chunks.length = 0;
      else chunks.push(chunk);
    }
  } catch {
    throw new Cut();
  }
  return stream.truncated ? null : new Uint8Array(Buffer.concat(chunks));
}

/**
 * What comes beyond the most is thrown away as it comes: a browser reads no answer before it has sent
 * everything, and shows an error of its own when it may not.
 */
async function* counted(chunks: AsyncIterable<Uint8Array>, most: number, until: number) {
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total <= most) yield chunk;
    else if (total > until) break;
  }
  if (total > most) throw tooLarge();
}

function tooLarge() {
  return new DomainError("invalid", "These files are too large. Choose smaller ones.", "documents");
}

function tooMany(files: number) {
  return new DomainError("invalid", `Choose at most ${files} files at once.`, "documents");
}

function cutOff() {
  return new CutOff(
    "invalid",
    "The upload did not arrive whole. Choose the file again.",
    "documents",
  );
}
