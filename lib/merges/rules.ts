import {
  type HeldRenewal,
  type Holding,
  judgeHoldings,
  judgeRenewals,
} from "@/lib/clashing-holdings/rules";
import { type Judged, judgePlaces, type Place } from "@/lib/clashing-places/rules";
import { type Asked, judgeRequests } from "@/lib/clashing-requests/rules";
import type { KEPT, Kept } from "@/lib/directory/rules";
import type { MovingTable } from "@/lib/merges/tables";
import { ROLE_WORDS } from "@/lib/roles/rules";
import type { Role } from "@/prisma/generated/enums";

/** One of the two records, with what can clash. */
export type Side = {
  id: string;
  profile: Kept;
  retiredAt: Date | null;
  mergedIntoId: string | null;
  roles: readonly Role[];
  places: readonly Place[];
  holdings: readonly Holding[];
  renewals: readonly HeldRenewal[];
  asked: readonly Asked[];
};

export type Plan = ReturnType<typeof planMerge>;

/** What goes from the other record to the one that is kept, what stays and why, and what forbids it. */
export function planMerge(kept: Side, other: Side) {
  const places = judgePlaces(kept.places, other.places);
  const holdings = judgeHoldings(kept.holdings, other.holdings);
  const cycles = other.holdings.flatMap((holding) => holding.cycles);
  const renewals = judgeRenewals(kept.renewals, other.renewals, cycles, holdings.cycles);
  const requests = judgeRequests(kept.id, other.asked, {
    places: places.stays,
    renewals: renewals.stays,
  });
  const judged: readonly Judged[] = [places, holdings, renewals, requests];
  return {
    fills: fillsOf(kept.profile, other.profile),
    stays: {
      registrations: places.stays,
      certifications: holdings.stays,
      renewals: renewals.stays,
      correction_requests: requests.stays,
    } satisfies Partial<Record<MovingTable, string[]>>,
    whys: {
      registrations: places.whys,
      certifications: holdings.whys,
      renewals: renewals.whys,
      correction_requests: requests.whys,
    } satisfies Partial<Record<MovingTable, string[]>>,
    joining: holdings.joining,
    freed: renewals.freed,
    beside: besideOf(kept.renewals, other.renewals, renewals.stays),
    refusals: [...refusalsOfSides(kept, other), ...judged.flatMap(({ refusals }) => refusals)],
  };
}

function refusalsOfSides(kept: Side, other: Side): string[] {
  const refusals: string[] = [];
  if (kept.mergedIntoId) {
    refusals.push("This record was merged into another. Merge with that one.");
  }
  if (other.mergedIntoId) {
    refusals.push("The other record was merged already.");
  }
  if (kept.retiredAt && !other.retiredAt) {
    refusals.push(
      "This record is retired and the other one is active. Keep the other record instead, or reinstate this one first.",
    );
  }
  if (other.roles.length > 0) {
    const roles = other.roles.map((role) => ROLE_WORDS[role]).join(", ");
    refusals.push(`The other record has a role (${roles}). Withdraw it first.`);
  }
  return refusals;
}

/** Contact and identity that only the other record has; a licence is its state and number together. */
const FILLED = [
  ["memberNumber"],
  ["username"],
  ["professionName"],
  ["birthMonthDay"],
  ["licenceState", "licenceNumber"],
  ["phone"],
  ["address"],
  ["localOfficeId"],
] as const satisfies readonly (readonly (keyof typeof KEPT)[])[];

type Fills = { [Name in (typeof FILLED)[number][number]]?: string | null };

function fillsOf(kept: Kept, other: Kept): Fills {
  const groups = FILLED.filter((names) => names.every((name) => !kept[name]));
  const fills = groups.flatMap((names) => names.map((name) => [name, other[name]] as const));
  return Object.fromEntries(fills.filter(([, value]) => value));
}

/** Renewals of days on which the record that is kept has one too stand beside it, in their order. */
function besideOf(
  kept: readonly HeldRenewal[],
  other: readonly HeldRenewal[],
  staying: readonly string[],
): { renewalId: string; beside: number }[] {
  const taken = new Map<string, number>();
  const keyOf = ({ dueOn, windowFrom, windowTo }: HeldRenewal) =>
    `${dueOn} ${windowFrom} ${windowTo}`;
  for (const renewal of kept) {
    taken.set(keyOf(renewal), Math.max(taken.get(keyOf(renewal)) ?? 0, renewal.beside + 1));
  }
  return other
    .filter(({ id }) => !staying.includes(id))
    .toSorted((a, b) => a.beside - b.beside)
    .map((renewal) => {
      const beside = taken.get(keyOf(renewal)) ?? 0;
      taken.set(keyOf(renewal), beside + 1);
      return { renewalId: renewal.id, beside };
    });
}
