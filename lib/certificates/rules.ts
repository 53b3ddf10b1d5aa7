import type { Day } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import type { Paper } from "@/lib/drawing/papers";

/** Every fact that a certificate prints, as at issue; the PDF and its HTML twin are made from this alone. */
export type CertificateFacts = {
  /** A renewal's has no credits: its title are the credentials, its dates what they are renewed for. */
  kind: "credit" | "participation" | "renewal";
  /** "First Last" */
  name: string;
  /** "MD, FAIUM", or empty */
  suffix: string;
  /** The association's name. */
  provider: string;
  title: string;
  /** The learning format: "live activity". */
  format: string;
  /** May be empty. */
  place: string;
  /** The span of the claimed days. */
  dates: { first: Day; last: Day };
  /** The claimed days; credits in hundredths. */
  days: { day: Day; title: string; credits: number }[];
  /** Hundredths claimed, never the maximum. */
  total: number;
  /** The type that heads the certificate; empty where no designation matches. */
  creditType: string;
  /** Placeholders filled. */
  accreditationStatement: string;
  statements: Statement[];
  number: string;
  version: number;
  /** In the association's zone. */
  issuedOn: Day;
  signatory: { name: string; title: string };
  /** SHA-256 of the association's logo at issue. Not there: it had none, and the house's seal stands there. */
  logo?: string;
  /** https://…/verify/CR-…?version=2 */
  verifyUrl: string;
  paper: Paper;
  templateVersion: number;
};

/** What stands under one credit type; `maximum` in hundredths. */
export type Statement = {
  creditType: string;
  text: string;
  approvalNumber: string;
  maximum: number;
};

export type Designation = {
  creditType: { name: string; physiciansOnly: boolean };
  audience: "physicians" | "others" | "all";
  /** Hundredths. */
  maximum: number;
  statement: string;
  approvalNumber: string;
};

/** Who claims, and what the event was approved for. */
export type Approval = {
  profession: { physician: boolean };
  designations: readonly Designation[];
  /** The event's own credit type. */
  eventCreditType: string | null;
};

/**
 * Which certificate the designations give: credit as soon as one of those for the member's audience
 * awards it, with each of their statements; none of them gives participation without a statement.
 */
export function certificateFor(
  approval: Approval & { provider: string; format: string },
): Pick<CertificateFacts, "creditType" | "statements"> & { kind: "credit" | "participation" } {
  const { profession, provider, format } = approval;
  const awarded = awardedCreditType(approval);
  const matching = approval.designations
    .filter(({ audience }) => isFor(audience, profession))
    .toSorted(byCreditType);
  const heading = awarded ?? matching[0]?.creditType.name ?? "";
  const statements = matching.map((designation) => {
    const { creditType, maximum, approvalNumber } = designation;
    const text = fillStatement(designation.statement, {
      provider,
      format,
      maximum,
      approvalNumber,
    });
    return {
      creditType: creditType.name,
      text: awards(designation, profession) ? text : withoutAward(text),
      approvalNumber,
      maximum,
    };
  });
  const first = statements.filter(({ creditType }) => creditType === heading);
  const others = statements.filter(({ creditType }) => creditType !== heading);
  return {
    kind: awarded === null ? "participation" : "credit",
    creditType: heading,
    statements: [...first, ...others],
  };
}

/**
 * The credit type that a claim's days earn: the event's where that awards credit to the member, else
 * the first designation by credit type name that does, else null.
 */
export function awardedCreditType(approval: Approval): string | null {
  const names = approval.designations
    .filter((designation) => awards(designation, approval.profession))
    .toSorted(byCreditType)
    .map(({ creditType }) => creditType.name);
  return names.find((name) => name === approval.eventCreditType) ?? names[0] ?? null;
}

/**
 * A template of a statement with its placeholders filled; `maximum` in hundredths. What it doesn't
 * know stays as it was written: staff were warned of it, and see it in the preview.
 */
export function fillStatement(
  template: string,
  values: { provider: string; format: string; maximum?: number; approvalNumber?: string },
): string {
  const { provider, format, maximum, approvalNumber } = values;
  const words = new Map([
    ["provider", provider],
    ["format", format],
    ["maximum", maximum === undefined ? undefined : printCredits(maximum)],
    ["approval_number", approvalNumber],
  ]);
  return template.replaceAll(/\{(\w+)\}/g, (whole, place: string) => words.get(place) ?? whole);
}

/** The text without its sentences that speak of an award: the AMA allows none to non-physicians. */
export function withoutAward(text: string): string {
  if (!AWARD.test(text)) return text;
  const sentences = text.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  return sentences.filter((sentence) => !AWARD.test(sentence)).join(" ");
}

const AWARD = /award/i;

function awards({ creditType, audience }: Designation, profession: { physician: boolean }) {
  return isFor(audience, profession) && (profession.physician || !creditType.physiciansOnly);
}

function isFor(audience: Designation["audience"], { physician }: { physician: boolean }): boolean {
  return audience === "all" || (audience === "physicians") === physician;
}

function byCreditType(a: Designation, b: Designation): number {
  return a.creditType.name < b.creditType.name ? -1 : a.creditType.name > b.creditType.name ? 1 : 0;
}
