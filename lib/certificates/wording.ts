import { formatDays, formatLongDay, formatShortDay } from "@/lib/calendar";
import { type CertificateFacts, withoutAward } from "@/lib/certificates/rules";
import { printCredits } from "@/lib/credits/amount";

/** What a certificate says, in its order; the PDF and the HTML page print these same words. */
export type CertificateLines = {
  heading: string;
  provider: string;
  certifies: string;
  name: string;
  participated: string;
  title: string;
  held: string;
  outcome: string;
  /** The days with credits; empty for a single day. */
  days: string[];
  statements: { heading: string; text: string }[];
  accreditation: string;
  signatory: { name: string; title: string };
  check: string;
  foot: string;
};

/**
 * The lines follow the sentence that the AMA asks of a certificate: "(provider) certifies that (name)
 * has participated in the (format) titled (title) in (place) on (dates) and is awarded (credits)".
 */
export function certificateLines(facts: CertificateFacts): CertificateLines {
  const { kind, dates, place, format } = facts;
  if (kind === "renewal") return renewalLines(facts);
  const when = `on ${formatDays(dates.first, dates.last)}`;
  const earned = facts.days.filter(({ credits }) => credits > 0);
  return {
    heading: kind === "credit" ? "Certificate of Credit" : "Certificate of Participation",
    provider: facts.provider,
    certifies: "certifies that",
    name: facts.suffix === "" ? facts.name : `${facts.name}, ${facts.suffix}`,
    participated: format === "" ? "has participated in" : `has participated in the ${format}`,
    title: facts.title,
    held: place === "" ? when : `in ${place}, ${when}`,
    outcome: outcome(facts),
    days: earned.length < 2 ? [] : earned.map(dayWords),
    statements: facts.statements.map(statementLines),
    accreditation:
      kind === "credit" ? facts.accreditationStatement : withoutAward(facts.accreditationStatement),
    signatory: facts.signatory,
    check: `Check at ${new URL(facts.verifyUrl).host}/verify`,
    foot: `${facts.number} · Version ${facts.version} · Issued ${formatLongDay(facts.issuedOn)}`,
  };
}

/** "(provider) certifies that (name) has renewed (credentials) for (period)". */
function renewalLines(facts: CertificateFacts): CertificateLines {
  const { first, last } = facts.dates;
  return {
    heading: "Certificate of Renewal",
    provider: facts.provider,
    certifies: "certifies that",
    name: facts.suffix === "" ? facts.name : `${facts.name}, ${facts.suffix}`,
    participated: "has renewed",
    title: facts.title,
    held: `for ${formatLongDay(first)} to ${formatLongDay(last)}`,
    outcome: `This renewal is valid until ${formatLongDay(last)}.`,
    days: [],
    statements: [],
    accreditation: "",
    signatory: facts.signatory,
    check: `Check at ${new URL(facts.verifyUrl).host}/verify`,
    foot: `${facts.number} · Version ${facts.version} · Issued ${formatLongDay(facts.issuedOn)}`,
  };
}

function outcome({ kind, total, creditType }: CertificateFacts): string {
  const amount = printCredits(total);
  if (kind === "participation") return `and claimed ${amount} hours of participation.`;
  return `and is awarded ${amount} ${creditWords(creditType)}.`;
}

function creditWords(creditType: string): string {
  if (/^AMA PRA Category [12]$/.test(creditType)) return `${creditType} Credit(s)™`;
  return creditType.replace(/(credit|hour|unit)$/i, "$1s");
}

function dayWords({ day, title, credits }: CertificateFacts["days"][number]): string {
  const named = title === "" ? formatShortDay(day) : `${formatShortDay(day)}, ${title}`;
  return `${named}: ${printCredits(credits)}`;
}

function statementLines({
  creditType,
  text,
  approvalNumber,
}: CertificateFacts["statements"][number]) {
  const approval = approvalNumber === "" ? "" : ` · Approval number ${approvalNumber}`;
  return { heading: `${creditType}${approval}`, text };
}
