import "server-only";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";
import { DomainError } from "@/lib/errors";
import { addPiece, beginRun, discardRun, finishRun } from "@/lib/import-runs/commands";
import { MOST_MEGABYTES, REFUSALS, type Refusal } from "@/lib/import-runs/rules";
import type { MemberActor } from "@/lib/members/rules";

const MEGABYTE = 1024 * 1024;
/** As long as file systems let one be. */
const LONGEST_NAME = 255;

/**
 * Keeps the one file of a form as it streams in, in pieces of a megabyte; the field `kind` stands before
 * it. Answers the run; a file that is too large, or cut off, leaves nothing.
 */
export async function receiveImport(
  actor: MemberActor,
  request: Request,
  now: Date,
): Promise<string> {
  const parser = openParser(request);
  let kind = "";
  let kept: Promise<string> | null = null;
  parser.on("field", (name, value) => {
    if (name === "kind") kind = value;
  });
  parser.on("file", (_name, file, { filename }) => {
    kept = keepFile(actor, { kind, fileName: (filename ?? "").slice(0, LONGEST_NAME) }, file, now);
    kept.catch((error: unknown) => parser.destroy(error as Error));
  });
  try {
    await pipeline(Readable.fromWeb(request.body as ReadableStream<Uint8Array>), parser);
  } catch (error) {
    throw error instanceof DomainError ? error : refused("cut");
  }
  const runId = kept && (await kept);
  if (!runId) throw refused("file");
  return runId;
}

function openParser({ headers, body }: Request) {
  const type = headers.get("content-type");
  if (!type?.startsWith("multipart/form-data") || !body) throw refused("cut");
  const limits = { files: 1, fields: 10, fieldSize: 1000, fileSize: MOST_MEGABYTES * MEGABYTE + 1 };
  try {
    return busboy({ headers: { "content-type": type }, defParamCharset: "utf8", limits });
  } catch {
    throw refused("cut"); // it names no boundary
  }
}

async function keepFile(
  actor: MemberActor,
  about: { kind: string; fileName: string },
  file: Readable & { truncated?: boolean },
  now: Date,
): Promise<string> {
  if (about.fileName === "") throw refused("file");
  const runId = await beginRun(actor, about, now);
  try {
    let [position, size] = [0, 0];
    for await (const piece of megabytes(file)) {
      await addPiece(runId, position, piece);
      position += 1;
      size += piece.length;
    }
    if (file.truncated || size > MOST_MEGABYTES * MEGABYTE) {
      throw refused("large");
    }
    await finishRun(actor, runId, size, now);
    return runId;
  } catch (error) {
    await discardRun(runId);
    throw error;
  }
}

async function* megabytes(file: AsyncIterable<Uint8Array>) {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < MEGABYTE) continue;
    yield new Uint8Array(Buffer.concat(waiting));
    waiting = [];
    length = 0;
  }
  if (length > 0) yield new Uint8Array(Buffer.concat(waiting));
}

/** The field of the error is the word for why. */
function refused(why: Refusal) {
  return new DomainError("invalid", REFUSALS[why], why);
}
