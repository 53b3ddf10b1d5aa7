import type { Actor } from "@/lib/members/rules";

const DOOR_WORDS: Record<Actor["door"], string> = {
  web: "The website",
  "command line": "The command line",
  worker: "The schedule",
};

/** By whom something was done where nobody was signed in. */
export function wordsForDoor(door: string): string {
  return door in DOOR_WORDS ? DOOR_WORDS[door as Actor["door"]] : door;
}
