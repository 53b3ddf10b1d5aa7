import { ButtonLink } from "@/components/button-link";
import { Notice } from "@/components/notice";
import { TextLink } from "@/components/text-link";
import { certificatePath, certificatePdfPath, correctionPath, requestPath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import type { MemberClaim } from "@/lib/claims/queries";
import { lastSubmission, totalOf } from "@/lib/claims/rules";
import { stateOfRequest } from "@/lib/correction-requests/rules";
import { printCredits } from "@/lib/credits/amount";

/** After the lock: the total that stands, the certificate, and the way to have a mistake corrected. */
export function LockedClaim({
  claim,
  contact,
  timeZone,
}: {
  claim: MemberClaim;
  contact: string;
  /** The association's, for its own acts. */
  timeZone: string;
}) {
  const { id, event, rows, certificate, requests } = claim;
  const locked = rows.filter((row) => row.submittedAt);
  const submittedAt = lastSubmission(rows);
  const total = totalOf(locked);
  return (
    <>
      {submittedAt ? (
        <Notice tone="good">
          Submitted on {formatInstant(submittedAt, event.timeZone)}. Total: {printCredits(total)}{" "}
          credits. {locked.length === rows.length ? "" : "The other days are still open. "}
          {total === 0 ? "Since no credit was claimed, there is no certificate." : null}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-4 print:hidden">
        {certificate && !certificate.versions[0]?.revokedAt ? (
          <p className="flex flex-wrap gap-x-4">
            <a className="words-link" href={certificatePdfPath(certificate.number)}>
              View certificate<span className="sr-only"> as PDF</span>
            </a>
            <TextLink href={certificatePath(certificate.number)}>
              Read the certificate as a page
            </TextLink>
          </p>
        ) : null}
        <ButtonLink href={correctionPath(id)}>Request a correction</ButtonLink>
        <p className="text-muted">
          or write to{" "}
          <a className="words-link" href={`mailto:${contact}`}>
            {contact}
          </a>
        </p>
      </div>
      {requests.length > 0 ? (
        <section className="flex flex-col gap-2">
          <h2>Your correction requests</h2>
          <ul className="flex flex-col gap-3">
            {requests.map((request) => (
              <li key={request.id} className="measure border-s-2 border-edge ps-4">
                <p className="wrap-anywhere whitespace-pre-wrap">{request.message}</p>
                <p className="text-note text-muted">
                  Sent to {contact} on {formatInstant(request.requestedAt, timeZone)},{" "}
                  {stateOfRequest(request)}.{" "}
                  <TextLink href={requestPath(request.id)}>
                    See your request
                    <span className="sr-only">: {request.message.slice(0, 60)}</span>
                  </TextLink>
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
