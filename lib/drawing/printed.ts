import { missingFrom } from "@/lib/drawing/fonts";

/** The facts with "?" for what no font can print: the rest of a title is better than no document. */
export function printedFacts<Facts>(facts: Facts): Facts {
  const missing = new Set(missingFrom(facts));
  if (missing.size === 0) return facts;
  const text = JSON.stringify(facts, (_key, value: unknown) =>
    typeof value === "string"
      ? [...value].map((character) => (missing.has(character) ? "?" : character)).join("")
      : value,
  );
  return JSON.parse(text);
}
