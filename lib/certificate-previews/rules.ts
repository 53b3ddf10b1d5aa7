import type { Day } from "@/lib/calendar";
import { factsOf, TEMPLATE_VERSION } from "@/lib/certificates/facts";
import type { CertificateFacts } from "@/lib/certificates/rules";
import type { ClaimRow } from "@/lib/claims/rows";

/** For whom the certificate of an event is shown before anybody has one. */
export const INVENTED = {
  physician: {
    label: "A physician",
    member: { firstName: "Alex", lastName: "Example", suffix: "MD" },
  },
  other: {
    label: "Another professional",
    member: { firstName: "Robin", lastName: "Example", suffix: "RDMS" },
  },
} as const;

export type Invented = keyof typeof INVENTED;

type Previewed = Parameters<typeof factsOf>[0]["event"] & {
  days: readonly { id: string; day: Day; title: string; maximum: number }[];
};

type Settings = Parameters<typeof factsOf>[2];

/**
 * What the certificate of an event would say if somebody invented claimed every day whole. No number
 * is issued: "Preview" stands in its place.
 */
export function previewFacts(
  event: Previewed,
  who: Invented,
  settings: Settings,
  { now, address }: { now: Date; address: string },
): CertificateFacts {
  const rows: ClaimRow[] = event.days.map(({ id, day, title, maximum }) => ({
    eventDayId: id,
    day,
    title,
    maximum,
    credits: maximum,
    version: 1,
    savedAt: now,
    submittedAt: now,
  }));
  const member = { ...INVENTED[who].member, profession: { physician: who === "physician" } };
  return factsOf({ event, member }, rows, settings, {
    number: "Preview",
    version: 1,
    now,
    address,
  });
}

/** A certificate of nobody: whether a picture can be drawn on one is tried on it. */
export const TRIAL: CertificateFacts = {
  kind: "renewal",
  name: "Alex Example",
  suffix: "",
  provider: "Example",
  title: "Example",
  format: "",
  place: "",
  dates: { first: "2000-01-01", last: "2000-12-31" },
  days: [],
  total: 0,
  creditType: "",
  accreditationStatement: "",
  statements: [],
  number: "Trial",
  version: 1,
  issuedOn: "2000-01-01",
  signatory: { name: "Example", title: "Example" },
  verifyUrl: "https://example.org/verify/Trial",
  paper: "A4",
  templateVersion: TEMPLATE_VERSION,
};
