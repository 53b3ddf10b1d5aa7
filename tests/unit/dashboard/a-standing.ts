import type { Entry } from "@/lib/allocations/lines";
import { allocate } from "@/lib/allocations/rules";
import type { Day } from "@/lib/calendar";
import { dueOn, lapsesOn, windowOf } from "@/lib/certifications/rules";
import type { Standing } from "@/lib/dashboard/rules";
import type { StandingEntry } from "@/lib/entries/rules";
import type { TermsInForce } from "@/lib/programs/rules";

/** Rules like those of the ACSM, or others in some points. */
export function someTerms(told: Partial<TermsInForce> = {}): TermsInForce {
  return {
    cycleYears: 3,
    window: { is: "cycle" },
    due: "day after end",
    lateFeeAfterMonths: 0,
    lapseAfterMonths: 6,
    required: 4500,
    minimums: [],
    caps: [{ formats: ["Teaching"], credits: 500, per: "calendar year" }],
    fee: 6000,
    lateFee: 8000,
    sources: ["claim", "self_report", "provider_post", "reporting_form", "staff", "import"],
    creditTypesRefused: ["None"],
    formatsFrom: {},
    ...told,
  };
}

let nth = 0;

/** An entry of its own, accepted unless told. */
export function aStandingEntry(told: Partial<StandingEntry> = {}): StandingEntry {
  nth += 1;
  const title = told.title ?? `Course ${nth}`;
  const entry: Entry = {
    id: `entry-${String(nth).padStart(6, "0")}`,
    earnedOn: "2026-03-03",
    reportedOn: "2026-03-05",
    source: "self_report",
    providerKey: "academy",
    courseNumberKey: "",
    titleKey: title.toLowerCase(),
    title,
    claimKey: null,
    isNotDuplicate: false,
    format: "Live course",
    credits: 100,
    creditType: "CEC",
    inNetwork: false,
    isAccepted: true,
  };
  return {
    ...entry,
    provider: "Academy",
    courseNumber: "",
    state: told.isAccepted === false ? "awaiting review" : "accepted",
    reviewNote: null,
    ...told,
  };
}

/** How a cycle of 2024 to 2026 stands with these entries, or another one. */
export function aStanding(
  entries: readonly StandingEntry[],
  told: { code?: string; from?: Day; to?: Day; terms?: Partial<TermsInForce> } = {},
): Standing {
  const { code = "ACSM-CPT", from = "2024-01-01", to = "2026-12-31" } = told;
  const terms = someTerms(told.terms);
  const dates = { startsOn: from, endsOn: to };
  const cycle = {
    id: `cycle-${code}`,
    called: { code, name: `Certified ${code}` },
    ...dates,
    window: windowOf(dates, terms),
    dueOn: dueOn(dates, terms),
    lapsesOn: lapsesOn(dates, terms),
    state: "active" as const,
    terms,
  };
  return { cycle, ...allocate(entries, dates, terms) };
}
