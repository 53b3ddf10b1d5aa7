import { readFile } from "node:fs/promises";
import type { Actor } from "@/lib/members/rules";
import { loadPrograms } from "@/lib/programs/commands";
import { programsFileSchema } from "@/lib/programs/schema";

/** The programs of the two associations, from their data files. */
export async function seedPrograms(actor: Actor, now: Date) {
  for (const name of ["acsm", "naaei"]) {
    const text = await readFile(new URL(`./programs/${name}.json`, import.meta.url), "utf8");
    await loadPrograms(actor, programsFileSchema.parse(JSON.parse(text)), now);
  }
}
