import { readFileSync } from "node:fs";
import type { Day } from "@/lib/calendar";
import { type CycleDates, versionOf } from "@/lib/certifications/rules";
import { type RuleVersion, type TermsInForce, withParticipation } from "@/lib/programs/rules";
import { type ProgramsFile, programsFileSchema } from "@/lib/programs/schema";

/** The programs as they ship. */
export const SHIPPED = ["acsm", "naaei"].flatMap((name): ProgramsFile => {
  const file = new URL(`../../../prisma/seed/programs/${name}.json`, import.meta.url);
  return programsFileSchema.parse(JSON.parse(readFileSync(file, "utf8")));
});

export function versionsShipped(code: string): RuleVersion[] {
  const program = SHIPPED.find((each) => each.code === code);
  return (program?.versions ?? []).map(({ fromOn, terms }) => {
    return { id: fromOn, fromOn, terms: withParticipation(terms, ["Volunteering"]) };
  });
}

/** The rules that a cycle of a shipped program is judged by. */
export function termsFor(code: string, cycle: CycleDates): TermsInForce {
  const version = versionOf(cycle, versionsShipped(code));
  if (!version) throw new Error(`${code} has no rules for it.`);
  return version.terms;
}

/** The calendar year, or the years from the first to the last. */
export const years = (first: number, last = first): { startsOn: Day; endsOn: Day } => {
  return { startsOn: `${first}-01-01`, endsOn: `${last}-12-31` };
};
