import { formatShortDay } from "@/lib/calendar";
import { type Claim, type Row, refusalOfAmountForDay } from "@/lib/claims/rules";
import { creditsTyped, printCredits, refusalOfAmount } from "@/lib/credits/amount";

type Event = Pick<Claim["event"], "creditType">;

/** Why staff cannot set this day to so many credits (hundredths); null when they can. */
export function refusalToCorrect(
  { creditType }: Event,
  row: Pick<Row, "credits" | "maximum" | "submittedAt">,
  credits: number,
): string | null {
  if (!row.submittedAt) return "This day is not locked: its member can still change it.";
  if (row.credits === credits) return `The day already stands at ${printCredits(credits)}.`;
  return refusalOfAmountForDay(creditType, row, credits);
}

/** What to say of a day that the claim has not. */
export function refusalOfOtherDay(rows: readonly Pick<Row, "day">[]): string {
  const days = rows.map(({ day }) => day).join(", ");
  return `The claim has no such day. ${days ? `Its days are ${days}.` : "It has no days yet."}`;
}

/** What to say when a colleague was quicker: amounts in hundredths. */
export function wordsForMoved({ day, credits }: Pick<Row, "day" | "credits">): string {
  const stands = printCredits(credits ?? 0);
  return `${formatShortDay(day)} was corrected meanwhile: it now stands at ${stands}. Look at it and correct it again.`;
}

/** What staff typed for a locked day, beside the amount that stands. */
export type TypedDay = {
  typed: string;
  /** Hundredths; null: not an amount that the day can have. */
  credits: number | null;
  refusal: string | null;
  isChanged: boolean;
};

/** Reads what was typed for a locked day; undefined leaves it as it stands. */
export function readDay(
  event: Event,
  row: Pick<Row, "credits" | "maximum" | "submittedAt">,
  typed: string | undefined,
): TypedDay {
  const stands = row.credits ?? 0;
  const text = typed ?? printCredits(stands);
  const refused = (refusal: string) => ({ typed: text, credits: null, refusal, isChanged: true });
  const unread = refusalOfAmount(text);
  if (unread) return refused(unread);
  const credits = creditsTyped(text);
  if (credits === null) return refused("Enter the credits. Enter 0 if none were earned.");
  if (credits === stands) return { typed: text, credits, refusal: null, isChanged: false };
  const refusal = refusalToCorrect(event, row, credits);
  return refusal ? refused(refusal) : { typed: text, credits, refusal: null, isChanged: true };
}

/** Whether more was typed for a day than its maximum, which staff may raise first. */
export function isAboveMaximum({ maximum, new: { typed } }: { maximum: number; new: TypedDay }) {
  return refusalOfAmount(typed) === null && (creditsTyped(typed) ?? 0) > maximum;
}

/** How a claim's certificate stands: its latest version, and whether that one is active. */
export type CertificateStanding = { number: string; version: number; isActive: boolean } | null;

/** What a correction to a total (hundredths) does to the certificate. */
export function wordsForCertificate(certificate: CertificateStanding, total: number): string {
  if (total > 0) {
    if (!certificate) return "A certificate is issued: version 1.";
    const { number, version, isActive } = certificate;
    const next = `version ${version + 1} is issued`;
    return `Certificate ${number}: ${next}${isActive ? `, version ${version} is superseded` : ""}.`;
  }
  return certificate?.isActive
    ? `Certificate ${certificate.number}: version ${certificate.version} is revoked, since the total is 0.00.`
    : "There is no certificate, since the total is 0.00.";
}

/** The button under what the desk shows: it names what becomes of the certificate. */
export function labelOfCorrection(certificate: CertificateStanding, total: number): string {
  if (total > 0) return certificate ? "Correct and reissue" : "Correct and issue the certificate";
  return certificate?.isActive ? "Correct and revoke the certificate" : "Correct the days";
}

/** What a change does to one certification; hundredths, before and after. */
export type CycleEffect = {
  program: string;
  required: number;
  counted: readonly [number, number];
  outstanding: readonly [number, number];
  isActive: boolean;
};

/** Cycles that the member gathers credit for, and past ones that the change touches. */
export function worthTelling({ counted, outstanding, isActive }: CycleEffect): boolean {
  return isActive || counted[0] !== counted[1] || outstanding[0] !== outstanding[1];
}
