import { verifyPath } from "@/lib/addresses";
import { todayIn } from "@/lib/calendar";
import {
  type CertificateFacts,
  certificateFor,
  type Designation,
  fillStatement,
} from "@/lib/certificates/rules";
import type { ClaimRow } from "@/lib/claims/rows";
import { totalOf } from "@/lib/claims/rules";
import { fullName } from "@/lib/members/rules";

/** Rises when the drawing of certificates changes. */
export const TEMPLATE_VERSION = 1;

type Issuing = {
  event: { learningFormat: string; creditTypeName: string; designations: readonly Designation[] };
  member: { profession: { physician: boolean } | null };
};

type Certified = {
  event: Issuing["event"] & { title: string; place: string; accreditationStatement: string };
  member: Issuing["member"] & { firstName: string; lastName: string; suffix: string };
};

type IssuingSettings = {
  associationName: string;
  timeZone: string;
  signatoryName: string;
  signatoryTitle: string;
  paper: CertificateFacts["paper"];
  logoSha256: string | null;
};

/** Which certificate a claim at this event gives this member. */
export function certificateOf(
  { event, member }: Issuing,
  settings: Pick<IssuingSettings, "associationName">,
) {
  return certificateFor({
    profession: member.profession ?? { physician: false },
    designations: event.designations,
    eventCreditType: event.creditTypeName,
    provider: settings.associationName,
    format: event.learningFormat,
  });
}

/**
 * The facts of a version, from the locked rows; the days with credits are the claimed ones.
 * `address` is where the association's own pages are.
 */
export function factsOf(
  { event, member }: Certified,
  rows: readonly ClaimRow[],
  settings: IssuingSettings,
  issue: { number: string; version: number; now: Date; address: string },
): CertificateFacts {
  const claimed = rows.filter((row) => row.credits);
  const days = claimed.map((row) => ({
    day: row.day,
    title: row.title,
    credits: row.credits ?? 0,
  }));
  const provider = settings.associationName;
  const format = event.learningFormat;
  return {
    ...certificateOf({ event, member }, settings),
    name: fullName(member),
    suffix: member.suffix,
    provider,
    title: event.title,
    format,
    place: event.place,
    dates: { first: days.at(0)?.day ?? "", last: days.at(-1)?.day ?? "" },
    days,
    total: totalOf(claimed),
    accreditationStatement: fillStatement(event.accreditationStatement, { provider, format }),
    number: issue.number,
    version: issue.version,
    issuedOn: todayIn(settings.timeZone, issue.now),
    signatory: { name: settings.signatoryName, title: settings.signatoryTitle },
    ...(settings.logoSha256 && { logo: settings.logoSha256 }),
    verifyUrl: `${issue.address}${verifyPath(issue.number, issue.version)}`,
    paper: settings.paper,
    templateVersion: TEMPLATE_VERSION,
  };
}
