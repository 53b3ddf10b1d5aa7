import type { Entry } from "@/lib/allocations/lines";
import { dateOf, dayOf } from "@/lib/calendar";
import { type TermsInForce, withParticipation } from "@/lib/programs/rules";
import { ruleTermsSchema } from "@/lib/programs/schema";

/** What a program of the tests demands: like a trainer's, 45 in three years, Teaching 5 and Volunteering 8 a year. */
export const TERMS = someTerms();

export function someTerms(told: Record<string, unknown> = {}): TermsInForce {
  const terms = ruleTermsSchema.parse({
    cycleYears: 3,
    window: { is: "cycle" },
    due: "day after end",
    lateFeeAfterMonths: 0,
    lapseAfterMonths: 6,
    required: 4500,
    caps: [
      { formats: ["Teaching"], credits: 500, per: "calendar year" },
      { formats: ["Volunteering"], credits: 800, per: "calendar year" },
      { formats: ["CPR/first aid"], credits: 500, per: "calendar year", from: "2025-01-01" },
    ],
    formatsFrom: { "CPR/first aid": "2025-01-01" },
    fee: 6000,
    lateFee: 8000,
    sources: ["claim", "self_report", "provider_post", "reporting_form", "staff", "import"],
    ...told,
  });
  return withParticipation(terms, ["Volunteering"]);
}

let made = 0;

/** An accepted self-report of 2024 that resembles no other. */
export function anEntry(told: Partial<Entry> = {}): Entry {
  made += 1;
  const id = told.id ?? `entry-${String(made).padStart(6, "0")}`;
  const earnedOn = told.earnedOn ?? "2024-06-01";
  return {
    id,
    earnedOn,
    reportedOn: earnedOn,
    format: "Live course",
    credits: 100,
    creditType: "CEC",
    source: "self_report",
    inNetwork: false,
    providerKey: "red cross",
    courseNumberKey: "",
    titleKey: `title of ${id}`,
    title: `Title of ${id}`,
    isAccepted: true,
    claimKey: null,
    isNotDuplicate: false,
    ...told,
  };
}

const FORMATS = [
  "Live course",
  "Online course",
  "Teaching",
  "Volunteering",
  "CPR/first aid",
  "Other",
];

/** Entries over five years in no order: some outside the window, some duplicates, some pending. */
export function manyEntries(count: number): Entry[] {
  return Array.from({ length: count }, (_, nth) => {
    const earned = dateOf("2023-01-01").getTime() + ((nth * 7919) % 1826) * 86_400_000;
    return anEntry({
      id: `0190${String((nth * 104_729) % 1_000_003).padStart(8, "0")}-7000-8000-${String(nth).padStart(12, "0")}`,
      earnedOn: dayOf(new Date(earned)),
      format: FORMATS[nth % FORMATS.length] ?? "Other",
      credits: 25 * (nth % 30),
      creditType: nth % 40 === 0 ? "None" : "CEC",
      courseNumberKey: nth % 3 === 0 ? `ap-${nth % 500}` : "",
      titleKey: `course ${nth % 700}`,
      isAccepted: nth % 50 !== 0,
    });
  });
}
