import { type Actor, REFUSAL_OF_MERGED, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";

/** How many words of a search are looked for; people have fewer. */
const MOST_WORDS = 6;

/**
 * What a member's search key must be like, one pattern a word. Of one or two letters the index knows
 * the beginnings of words alone; three are found anywhere in a name.
 */
export function searchPatterns(typed: string): string[] {
  const words = typed
    .split(/[\s,;\p{Cc}]+/u)
    // No search key has an apostrophe: search_fold() of the database takes them out.
    .map((word) => word.replaceAll(/['`´ʻʼ‘’]/gu, ""))
    .filter(Boolean)
    .slice(0, MOST_WORDS);
  return words.map((word) => {
    const literal = word.replaceAll(/[\\%_]/g, "\\$&");
    return [...word].length < 3 ? `% ${literal}%` : `%${literal}%`;
  });
}

/** The columns of a member that staff change, by what the form and the program call them. */
export const KEPT = {
  firstName: "first_name",
  lastName: "last_name",
  suffix: "suffix",
  memberNumber: "member_number",
  username: "username",
  email: "email",
  professionName: "profession",
  birthMonthDay: "birth_month_day",
  licenceState: "licence_state",
  licenceNumber: "licence_number",
  phone: "phone",
  address: "address",
  localOfficeId: "local_office_id",
} as const;

export type Kept = { [Name in keyof typeof KEPT]: string | null };

/** What differs, by column: from, to. */
export function changesBetween(before: Kept, after: Kept) {
  const names = Object.keys(KEPT) as (keyof Kept)[];
  return Object.fromEntries(
    names
      .filter((name) => (before[name] ?? "") !== (after[name] ?? ""))
      .map((name) => [KEPT[name], { from: before[name], to: after[name] }]),
  );
}

/** What a form shows of a member, and nothing else of them. */
export function shownOf(member: Kept): Kept {
  const names = Object.keys(KEPT) as (keyof Kept)[];
  return Object.fromEntries(names.map((name) => [name, member[name]])) as Kept;
}

/** Why this actor may not change what is on record of a member; null where they may. */
export function refusalToChange(
  actor: Actor,
  member: { id: string; mergedIntoId: string | null; hasRole: boolean },
): string | null {
  if (member.id === actor.memberId) return REFUSAL_OF_OWN;
  if (member.mergedIntoId) return REFUSAL_OF_MERGED;
  // Whoever could give a colleague another e-mail address could sign in as them.
  return member.hasRole && !may(actor, "hand out roles")
    ? "This colleague has a role. Ask an administrator."
    : null;
}
