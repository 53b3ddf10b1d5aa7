import { formatBirthday } from "@/lib/calendar";
import { refusalOfPlaces } from "@/lib/clashing-places/rules";
import { isAboutStaying } from "@/lib/clashing-requests/rules";
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

/** A refusal with where it is put right: the registrations or claims of both records. */
export function refusalsWithPlaces({ kept, other, plan }: { kept: Side; other: Side; plan: Plan }) {
  const clashes = other.places.flatMap((place) => {
    const own = kept.places.find(({ eventId }) => eventId === place.eventId);
    const refused = own ? refusalOfPlaces(own, place) : null;
    return own && refused ? [{ ...refused, keptId: own.id, otherId: place.id }] : [];
  });
  return plan.refusals.map((words) => ({
    words,
    clash: clashes.find((clash) => clash.words === words) ?? null,
  }));
}

/** Requests that have to be decided first: open, about what would stay with the other record. */
export function openRequests({ other, plan }: { other: Side; plan: Plan }): string[] {
  const staying = { places: plan.stays.registrations, renewals: plan.stays.renewals };
  return other.asked.flatMap((asked) =>
    asked.isOpen && isAboutStaying(asked, staying) ? [asked.id] : [],
  );
}
