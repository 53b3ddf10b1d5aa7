import { verifyPath } from "@/lib/addresses";
import { todayIn } from "@/lib/calendar";
import { TEMPLATE_VERSION } from "@/lib/certificates/facts";
import type { CertificateFacts } from "@/lib/certificates/rules";
import type { CycleDates } from "@/lib/certifications/rules";
import { fullName } from "@/lib/members/rules";
import { listed } from "@/lib/renewals/wording";

type Renewed = {
  member: { firstName: string; lastName: string; suffix: string };
  cycles: readonly { called: { code: string; name: string }; renews: CycleDates }[];
};

type IssuingSettings = {
  associationName: string;
  timeZone: string;
  signatoryName: string;
  signatoryTitle: string;
  paper: CertificateFacts["paper"];
  logoSha256: string | null;
};

/** The facts of a renewal's certificate; `address` is where the association's own pages are. */
export function renewalFacts(
  { member, cycles }: Renewed,
  settings: IssuingSettings,
  issue: { number: string; version: number; now: Date; address: string },
): CertificateFacts {
  const firsts = cycles.map(({ renews }) => renews.startsOn).toSorted();
  const lasts = cycles.map(({ renews }) => renews.endsOn).toSorted();
  return {
    kind: "renewal",
    name: fullName(member),
    suffix: member.suffix,
    provider: settings.associationName,
    title: listed(cycles.map(({ called }) => `${called.name} (${called.code})`)),
    format: "",
    place: "",
    // What all of them are renewed for, where their cycles are of different lengths.
    dates: { first: firsts.at(-1) ?? "", last: lasts.at(0) ?? "" },
    days: [],
    total: 0,
    creditType: "",
    accreditationStatement: "",
    statements: [],
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
