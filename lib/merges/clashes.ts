import { type Day, formatDays, formatLongDay, formatShortDay } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";

/** A day of a registration; credits in hundredths, as corrected. */
type PlaceDay = {
  eventDayId: string;
  day: Day;
  /** Registered for, and not withdrawn since. */
  stands: boolean;
  isLocked: boolean;
  credits: number | null;
};

export type Place = {
  id: string;
  eventId: string;
  title: string;
  isSubmitted: boolean;
  days: readonly PlaceDay[];
};

/** A certification with its cycles. */
export type Holding = { id: string; programCode: string; cycles: readonly HeldCycle[] };

export type HeldCycle = {
  id: string;
  startsOn: Day;
  endsOn: Day;
  isRenewed: boolean;
  /** Null: not invoiced. */
  renewalId: string | null;
};

export type HeldRenewal = {
  id: string;
  dueOn: Day;
  windowFrom: Day;
  windowTo: Day;
  beside: number;
  /** Money that came, or may still come, and was not given back. */
  hasMoney: boolean;
  /** Forms in its batch that are neither approved nor rejected. */
  hasOpenLines: boolean;
  /** Drawn for an audit that is not decided. */
  hasOpenAudit: boolean;
  waived: readonly string[];
};

export type Asked = {
  id: string;
  isOpen: boolean;
  /** Of the claim that it is about. Null: about other credit. */
  registrationId: string | null;
  decidedById: string | null;
};

/** What stays with the other record, why, and what has to be settled before the two can be merged. */
export type Judged = { stays: string[]; whys: string[]; refusals: string[] };

/** Where both are registered for one event, the registration of the record that is kept stands. */
export function judgePlaces(kept: readonly Place[], other: readonly Place[]): Judged {
  const judged: Judged = { stays: [], whys: [], refusals: [] };
  for (const place of other) {
    const own = kept.find(({ eventId }) => eventId === place.eventId);
    if (!own) continue;
    judged.stays.push(place.id);
    const refusal = refusalOfPlaces(own, place);
    if (refusal) judged.refusals.push(refusal.words);
    else judged.whys.push(wordsForPlaces(own, place));
  }
  return judged;
}

/** Why two registrations for one event keep the records apart, and where that is put right. */
export type RefusedPlaces = { words: string; eventId: string; of: "claim" | "registration" };

/** The refusal of two registrations for one event; null where one of them can stay behind. */
export function refusalOfPlaces(own: Place, place: Place): RefusedPlaces | null {
  const { title, eventId } = place;
  const refused = (words: string, of: RefusedPlaces["of"]) => ({ words, eventId, of });
  if (place.isSubmitted && !own.isSubmitted) {
    return refused(
      `${title}: only the other record has submitted a claim. Keep the other record instead, or have the same credits submitted for this one first.`,
      "registration",
    );
  }
  if (place.isSubmitted && !holdsCreditsOf(own, place)) {
    return refused(
      `${title}: both have submitted credits, ${totalOf(own)} here and ${totalOf(place)} on the other record, and not the same for each day. Correct one of the two claims first.`,
      "claim",
    );
  }
  const missing = place.days.filter(
    (day) =>
      day.stands && !own.days.some((each) => each.eventDayId === day.eventDayId && each.stands),
  );
  if (missing.length === 0) return null;
  const days = missing.map(({ day }) => formatShortDay(day)).join(", ");
  return refused(
    `${title}: the other record alone is registered for ${days}. Add that to the registration here first, or withdraw it there.`,
    "registration",
  );
}

function wordsForPlaces(own: Place, place: Place): string {
  const entered = place.days.filter(({ isLocked, credits }) => !isLocked && credits !== null);
  const again =
    entered.length > 0 && !own.isSubmitted
      ? " What was entered there and not submitted has to be entered here."
      : "";
  return `${place.title}: both are registered. ${own.isSubmitted ? "The claim" : "The registration"} of this record stands; the other one stays with the old record and counts for nothing.${again}`;
}

/** Whether every locked day of the other one over 0.00 is locked with as much here. */
function holdsCreditsOf(own: Place, place: Place): boolean {
  return place.days
    .filter(({ isLocked, credits }) => isLocked && credits)
    .every(({ eventDayId, credits }) =>
      own.days.some(
        (each) => each.eventDayId === eventDayId && each.isLocked && each.credits === credits,
      ),
    );
}

function totalOf({ days }: Place): string {
  const locked = days.filter(({ isLocked }) => isLocked);
  return printCredits(locked.reduce((sum, { credits }) => sum + (credits ?? 0), 0));
}

/** A cycle that comes under the certification that the record that is kept has for its program. */
type Joining = { cycleId: string; certificationId: string };

/** What is judged of certifications: `stays` names them, `cycles` those of their cycles that stay. */
type JudgedHoldings = Judged & { cycles: string[]; joining: Joining[] };

/** Where both hold a program, cycles that the record that is kept lacks come under its certification. */
export function judgeHoldings(kept: readonly Holding[], other: readonly Holding[]) {
  const judged: JudgedHoldings = { stays: [], whys: [], refusals: [], cycles: [], joining: [] };
  for (const { id, programCode, cycles } of other) {
    const own = kept.find((each) => each.programCode === programCode);
    if (!own) continue;
    judged.stays.push(id);
    for (const cycle of cycles) judgeCycle(judged, own, cycle);
    if (!cycles.some((cycle) => judged.cycles.includes(cycle.id))) {
      judged.whys.push(`${programCode}: both hold it. Its cycles go on under this record's.`);
    }
  }
  return judged;
}

function judgeCycle(judged: JudgedHoldings, own: Holding, cycle: HeldCycle) {
  const met = own.cycles.find(
    (each) => each.startsOn <= cycle.endsOn && cycle.startsOn <= each.endsOn,
  );
  if (!met) {
    judged.joining.push({ cycleId: cycle.id, certificationId: own.id });
    return;
  }
  judged.cycles.push(cycle.id);
  const called = `${own.programCode} ${formatDays(cycle.startsOn, cycle.endsOn)}`;
  if (met.startsOn !== cycle.startsOn || met.endsOn !== cycle.endsOn) {
    judged.refusals.push(
      `${called} of the other record overlaps ${formatDays(met.startsOn, met.endsOn)} of this one. Bring one of the two in line first, by an import of certifications.`,
    );
  } else if (cycle.isRenewed && !met.isRenewed) {
    judged.refusals.push(
      `${called}: renewed on the other record alone. Keep the other record instead, or renew it here first.`,
    );
  } else {
    judged.whys.push(
      `${called}: both hold it. The cycle of this record stands; the other one stays with the old record.`,
    );
  }
}

/**
 * A renewal goes along with its cycles. One whose cycles stay, since both hold them, stays with them as
 * long as nothing was paid, waived or submitted for it.
 */
export function judgeRenewals(
  kept: readonly HeldRenewal[],
  other: readonly HeldRenewal[],
  cycles: readonly HeldCycle[],
  stayingCycles: readonly string[],
) {
  const judged: Judged & { freed: string[] } = { stays: [], whys: [], refusals: [], freed: [] };
  for (const renewal of other) {
    const own = cycles.filter(({ renewalId }) => renewalId === renewal.id);
    const staying = own.filter(({ id }) => stayingCycles.includes(id));
    if (staying.length === 0) continue;
    judged.stays.push(renewal.id);
    const called = `The renewal due ${formatLongDay(renewal.dueOn)}`;
    const refusal = refusalOfRenewal(kept, renewal);
    if (refusal) {
      judged.refusals.push(`${called}: both have one for the same credential. ${refusal}`);
      continue;
    }
    judged.freed.push(...own.filter((cycle) => !staying.includes(cycle)).map(({ id }) => id));
    judged.whys.push(
      `${called}: both have one for the same credential. That of this record stands; the other one, of which nothing is paid, stays with the old record.`,
    );
  }
  return judged;
}

function refusalOfRenewal(kept: readonly HeldRenewal[], renewal: HeldRenewal): string | null {
  if (renewal.hasMoney) {
    return "The other one has a payment: refund it first, or wait until its payment page has closed.";
  }
  if (renewal.hasOpenLines) {
    return "The other one has reporting forms in its submission: decide them or take them out first.";
  }
  if (renewal.hasOpenAudit) return "The other one is being audited: decide the audit first.";
  const twin = kept.filter(
    ({ dueOn, windowFrom, windowTo }) =>
      dueOn === renewal.dueOn && windowFrom === renewal.windowFrom && windowTo === renewal.windowTo,
  );
  const lost = renewal.waived.filter((part) => !twin.some(({ waived }) => waived.includes(part)));
  return lost.length > 0
    ? `The other one waives the ${lost.join(" and the ")}: waive that here first.`
    : null;
}

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
