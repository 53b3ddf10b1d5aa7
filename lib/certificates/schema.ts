import { z } from "zod";

const version = z.coerce.number().int().min(1).max(1_000_000).nullable().catch(null);

/** The version that an address asks for; null: the latest. */
export function readVersion(typed: string | string[] | null | undefined): number | null {
  return version.parse(typed ?? null);
}
