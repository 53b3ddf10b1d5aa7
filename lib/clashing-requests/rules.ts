import type { Judged } from "@/lib/clashing-places/rules";

export type Asked = {
  id: string;
  isOpen: boolean;
  /** Of the claim that it is about. Null: about other credit. */
  registrationId: string | null;
  decidedById: string | null;
};

/** Requests go along, but for those about a claim that stays, and those that the kept member decided. */
export function judgeRequests(
  keptId: string,
  asked: readonly Asked[],
  stayingPlaces: readonly string[],
): Judged {
  const judged: Judged = { stays: [], whys: [], refusals: [] };
  for (const { id, isOpen, registrationId, decidedById } of asked) {
    if (registrationId !== null && stayingPlaces.includes(registrationId)) {
      judged.stays.push(id);
      if (isOpen) {
        judged.refusals.push(
          "A request for a correction is open about a claim that would stay with the other record. Decide it first.",
        );
      } else judged.whys.push("A request about a claim that stays, stays with it.");
    } else if (decidedById === keptId) {
      judged.stays.push(id);
      judged.whys.push(
        "A request that was decided by the member of this record stays: nobody decides about their own.",
      );
    }
  }
  return { ...judged, whys: [...new Set(judged.whys)] };
}
