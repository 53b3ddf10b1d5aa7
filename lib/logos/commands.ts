import "server-only";
import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { db } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { log } from "@/lib/log";
import { MOST_PIXELS, REFUSALS, type Refusal, refusalOfLogo } from "@/lib/logos/rules";
import type { Actor } from "@/lib/members/rules";
import { isPictureType, isUnpackable, shapeOf } from "@/lib/pictures/rules";
import { may } from "@/lib/roles/rules";
import { writeSettings } from "@/lib/settings/commands";

// Eight bytes a pixel, and one more a row.
const MOST_BYTES_UNPACKED = MOST_PIXELS * (8 * MOST_PIXELS + 1);

/** Draws a picture where certificates have it; rejects when it can't be drawn. */
type Trial = (bytes: Uint8Array<ArrayBuffer>) => Promise<unknown>;

/**
 * A picture becomes the association's logo, on pages at once and on certificates from the next one
 * on. What it is, its content says; one that no certificate could be drawn with is refused.
 */
export async function changeLogo(
  actor: Actor,
  { seen, bytes }: { seen: string; bytes: Uint8Array<ArrayBuffer> },
  now: Date,
  trial: Trial,
) {
  if (!may(actor, "change settings")) throw notFoundError();
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? null;
  const shape = isPictureType(mediaType) ? shapeOf(bytes, mediaType) : null;
  const refusal = refusalOfLogo({ size: bytes.length, mediaType, shape });
  if (refusal || !isPictureType(mediaType) || !shape) throw refusedLogo(refusal ?? "kind");
  if (!isUnpackable(bytes, mediaType, MOST_BYTES_UNPACKED)) throw refusedLogo("broken");
  await trial(bytes).catch((error: unknown) => {
    log.warn({ err: error }, "a logo could not be drawn");
    throw refusedLogo("broken");
  });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await db.$transaction(async (tx) => {
    await tx.logo.createMany({
      data: { sha256, mediaType, ...shape, bytes, uploadedAt: now },
      // An earlier one comes back.
      skipDuplicates: true,
    });
    await writeSettings(tx, actor, { seen, logoSha256: sha256 }, now);
  });
}

/** The field of the error is the word for why. */
export function refusedLogo(why: Refusal) {
  return new DomainError("invalid", REFUSALS[why], why);
}
