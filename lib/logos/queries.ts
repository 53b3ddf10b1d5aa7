import "server-only";
import { cache } from "react";
import { db } from "@/lib/db";
import type { LogoShape } from "@/lib/logos/rules";

/** How a logo is shown; null for none. Read once per request. */
export const findLogoShape = cache(async (sha256: string | null | undefined) => {
  if (!sha256) return null;
  const select = { sha256: true, width: true, height: true } as const;
  return db.logo.findUnique({ where: { sha256 }, select }) satisfies Promise<LogoShape | null>;
});

/** A logo's bytes, of now or of earlier; null where there is none of that name. */
export async function findLogo(sha256: string) {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
  return db.logo.findUnique({ where: { sha256 }, select: { mediaType: true, bytes: true } });
}

/** The picture that a certificate's facts name; null where they name none. */
export async function findLogoBytes(sha256: string | undefined) {
  if (sha256 === undefined) return null;
  const { bytes } = await db.logo.findUniqueOrThrow({ where: { sha256 }, select: { bytes: true } });
  return bytes;
}
