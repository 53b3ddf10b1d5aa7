import { certificatePdfPath } from "@/lib/addresses";
import type { ListedClaim } from "@/lib/tracker/queries";

/** "View" opens the PDF of the version that stands. */
export function CertificateCell({ claim }: { claim: ListedClaim }) {
  const latest = claim.certificate?.versions[0];
  if (!claim.certificate || !latest || latest.revokedAt) {
    return (
      <span className="text-muted">
        <span aria-hidden="true">—</span>
        <span className="sr-only">none</span>
      </span>
    );
  }
  return (
    <a href={certificatePdfPath(claim.certificate.number)} className="words-link">
      View<span className="sr-only"> the certificate for {claim.event.title}</span>
    </a>
  );
}
