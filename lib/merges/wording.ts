import { formatBirthday } from "@/lib/calendar";
import type { Kept } from "@/lib/directory/rules";
import type { Plan, Side } from "@/lib/merges/rules";

const LABELS = [
  ["Name", ["firstName", "lastName"]],
  ["Suffix", ["suffix"]],
  ["Member number", ["memberNumber"]],
  ["Email address", ["email"]],
  ["Username", ["username"]],
  ["Profession", ["professionName"]],
  ["Licence", ["licenceState", "licenceNumber"]],
  ["Birthday", ["birthMonthDay"]],
  ["Phone", ["phone"]],
  ["Address", ["address"]],
] as const satisfies readonly (readonly [string, readonly (keyof Kept)[]])[];

const NONE = "None";

/** The two profiles side by side, and what stands afterwards. */
export function profileRows(
  { kept, other, plan }: { kept: Side; other: Side; plan: Plan },
  offices: ReadonlyMap<string, string>,
) {
  const after: Kept = { ...kept.profile, ...plan.fills };
  const said = (profile: Kept, names: readonly (keyof Kept)[]) =>
    names
      .map((name) =>
        name === "birthMonthDay" && profile[name] ? formatBirthday(profile[name]) : profile[name],
      )
      .filter(Boolean)
      .join(" ") || NONE;
  const office = ({ localOfficeId }: Kept) => (localOfficeId && offices.get(localOfficeId)) || NONE;
  const membership = ({ retiredAt }: Side) => (retiredAt ? "Retired" : "Active");
  const rows = LABELS.map(([label, names]) => ({
    label,
    kept: said(kept.profile, names),
    other: said(other.profile, names),
    becomes: said(after, names),
  }));
  return [
    ...rows,
    {
      label: "Local office",
      kept: office(kept.profile),
      other: office(other.profile),
      becomes: office(after),
    },
    {
      label: "Membership",
      kept: membership(kept),
      other: membership(other),
      becomes: membership(kept),
    },
  ];
}

export function wordsForNothing(parts: readonly { what: string }[]): string {
  const whats = parts.map(({ what }) =>
    what.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase()),
  );
  return `The other record has nothing of these: ${whats.join(", ")}.`;
}
