import type { Metadata } from "next";
import { PageHeading } from "@/components/page-heading";
import { VerificationAnswer } from "@/components/verification-answer";
import { VerifyForms } from "@/components/verify-forms";
import { parseCertificateNumber } from "@/lib/certificates/number";
import { readVersion } from "@/lib/certificates/schema";
import { findVerification } from "@/lib/verification/queries";

export const metadata: Metadata = { title: "Verify a certificate" };

export default async function VerifyNumber({
  params,
  searchParams,
}: PageProps<"/verify/[number]">) {
  const typed = decodeURIComponent((await params).number);
  const number = parseCertificateNumber(typed);
  const version = readVersion((await searchParams).version);
  return (
    <>
      <PageHeading title="Verify a certificate">{number ?? typed}</PageHeading>
      <VerificationAnswer
        found={number ? await findVerification(number, version) : null}
        of="number"
      />
      <VerifyForms typed="" isAnother />
    </>
  );
}
