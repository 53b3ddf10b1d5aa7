import { type Day, formatDays, formatLongDay } from "@/lib/calendar";
import type { Judged } from "@/lib/clashing-places/rules";

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
