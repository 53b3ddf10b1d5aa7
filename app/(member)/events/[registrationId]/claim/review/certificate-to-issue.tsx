import { Panel } from "@/components/panel";
import type { CertificateFacts } from "@/lib/certificates/rules";

/** What submitting will issue; null: all days zero, so nothing. */
export function CertificateToIssue({
  certificate,
  version,
}: {
  certificate: Pick<CertificateFacts, "kind" | "creditType" | "statements"> | null;
  version: number;
}) {
  if (!certificate) {
    return (
      <Panel title="Certificate">
        <p>No certificate will be issued: you earned no credit on any day.</p>
      </Panel>
    );
  }
  const { kind, creditType, statements } = certificate;
  return (
    <Panel title="Certificate">
      <p>
        {kind === "credit"
          ? `You will get a certificate of credit for ${creditType}.`
          : "You will get a certificate of participation."}
        {version > 1 ? ` It is version ${version} and replaces the one before.` : null}
      </p>
      {statements.map((statement) => (
        <p key={statement.creditType} className="text-body text-muted">
          <span className="font-semibold">{statement.creditType}:</span> {statement.text}
        </p>
      ))}
    </Panel>
  );
}
