import type { CertificateFacts } from "@/lib/certificates/rules";

const DESIGNATED =
  "Lakeside Institute of Ultrasound designates this live activity for a maximum of 28.00 AMA PRA Category 1 Credit(s)™. Physicians should claim only the credit commensurate with the extent of their participation in the activity.";

/** A physician's certificate of three days; a test says what it is about. */
export function aCertificate(facts: Partial<CertificateFacts> = {}): CertificateFacts {
  return {
    kind: "credit",
    name: "Amara Okafor",
    suffix: "MD",
    provider: "Lakeside Institute of Ultrasound",
    title: "Annual Convention 2026",
    format: "live activity",
    place: "New Orleans, Louisiana",
    dates: { first: "2026-04-10", last: "2026-04-12" },
    days: [
      { day: "2026-04-10", title: "Pre-convention courses", credits: 700 },
      { day: "2026-04-11", title: "Day 1", credits: 650 },
      { day: "2026-04-12", title: "Day 2", credits: 500 },
    ],
    total: 1850,
    creditType: "AMA PRA Category 1",
    accreditationStatement:
      "Lakeside Institute of Ultrasound is accredited by the Accreditation Council for Continuing Medical Education (ACCME) to provide continuing medical education for physicians.",
    statements: [
      {
        creditType: "AMA PRA Category 1",
        text: DESIGNATED,
        approvalNumber: "",
        maximum: 2800,
      },
    ],
    number: "CR-7K3MQ0V9ZT4XB2HD",
    version: 1,
    issuedOn: "2026-04-14",
    signatory: { name: "Eleanor Whitfield, MD", title: "Chair, Continuing Education Committee" },
    verifyUrl: "https://credence.example.org/verify/CR-7K3MQ0V9ZT4XB2HD?version=1",
    paper: "A4",
    templateVersion: 1,
    ...facts,
  };
}
