import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeading } from "@/components/page-heading";
import { VerificationAnswer } from "@/components/verification-answer";
import { VerifyForms } from "@/components/verify-forms";
import { verifyPath } from "@/lib/addresses";
import { parseCertificateNumber } from "@/lib/certificates/number";
import { findVerificationOfFile } from "@/lib/verification/queries";

export const metadata: Metadata = { title: "Verify a certificate" };

/** Asked by number it leads to that certificate's page; asked by a file's hash it answers here. */
export default async function Verify({ searchParams }: PageProps<"/verify">) {
  const { number: typed, sha256 } = await searchParams;
  const number = typeof typed === "string" ? typed.trim() : "";
  const issued = number && parseCertificateNumber(number);
  if (issued) redirect(verifyPath(issued));
  const isHash = typeof sha256 === "string" && /^[0-9a-f]{64}$/.test(sha256);
  return (
    <>
      <PageHeading title="Verify a certificate">
        Enter the number printed on the certificate, or drop its PDF here.
      </PageHeading>
      {isHash ? (
        <VerificationAnswer found={await findVerificationOfFile(sha256)} of="file" />
      ) : null}
      <VerifyForms
        typed={number}
        isAnother={isHash}
        error={
          number
            ? "This is not a certificate number. It reads CR- and 16 letters and digits, such as CR-7ZQ4M0C8RT5XW2HB."
            : undefined
        }
      />
    </>
  );
}
