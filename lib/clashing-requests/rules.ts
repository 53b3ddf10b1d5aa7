import type { Judged } from "@/lib/clashing-places/rules";

export type Asked = {
  id: string;
  isOpen: boolean;
  /** Of the claim that it is about. Null: about other credit. */
  registrationId: string | null;
  /** Of the renewal that it is about. Null: about something else. */
  renewalId: string | null;
  decidedById: string | null;
};

/** What stays with the other record. */
type Staying = { places: readonly string[]; renewals: readonly string[] };

/** Whether what is asked about stays with the other record. */
export function isAboutStaying(
  { registrationId, renewalId }: Pick<Asked, "registrationId" | "renewalId">,
  { places, renewals }: Staying,
): boolean {
  return (
    (registrationId !== null && places.includes(registrationId)) ||
    (renewalId !== null && renewals.includes(renewalId))
  );
}

/** Requests go along, but for those about what stays, and those that the kept member decided. */
export function judgeRequests(keptId: string, asked: readonly Asked[], staying: Staying): Judged {
  const judged: Judged = { stays: [], whys: [], refusals: [] };
  for (const { id, isOpen, decidedById, ...about } of asked) {
    if (isAboutStaying(about, staying)) {
      const what = about.renewalId === null ? "claim" : "renewal";
      judged.stays.push(id);
      if (isOpen) {
        judged.refusals.push(
          `A request for a correction is open about a ${what} that would stay with the other record. Decide it first.`,
        );
      } else judged.whys.push(`A request about a ${what} that stays, stays with it.`);
    } else if (decidedById === keptId) {
      judged.stays.push(id);
      judged.whys.push(
        "A request that was decided by the member of this record stays: nobody decides about their own.",
      );
    }
  }
  return { ...judged, whys: [...new Set(judged.whys)] };
}
