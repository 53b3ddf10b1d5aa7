import { z } from "zod";
import { isDay } from "@/lib/calendar";
import { isId } from "@/lib/ids";
import type { Asked } from "@/lib/transcripts/rules";

const day = z.string().refine(isDay).optional().catch(undefined);

/** The dates of a transcript in an address; what is no date is left out. */
export const datesSchema = z.object({ from: day, to: day });

/** What a transcript is asked for; null: an entry that can't be one. */
export function readAsked(search: URLSearchParams): Asked | null {
  const entry = search.get("entry") ?? undefined;
  if (entry !== undefined) return isId(entry) ? { entry } : null;
  return datesSchema.parse(Object.fromEntries(search));
}
