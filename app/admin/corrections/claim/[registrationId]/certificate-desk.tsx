import { ButtonLink } from "@/components/button-link";
import { CertificateBeside } from "@/components/certificate-beside";
import { ConfirmCorrectionForm } from "@/components/confirm-correction-form";
import { DataTable } from "@/components/data-table";
import { Notice } from "@/components/notice";
import { TextLink } from "@/components/text-link";
import { certificatePath, claimDeskPath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import type { ClaimDesk } from "@/lib/corrections/queries";
import { findReissueOfClaim } from "@/lib/reissues/queries";
import { findSettings } from "@/lib/settings/queries";
import { reissueAction, revokeAction } from "./actions";

/** The certificate of a claim with its versions; to end it or to issue the next one is confirmed first. */
export async function CertificateDesk({
  desk,
  act,
  canAct,
  timeZone,
}: {
  desk: ClaimDesk;
  /** What is to be confirmed. */
  act: string | null;
  canAct: boolean;
  timeZone: string;
}) {
  const { id, certificate, total } = desk;
  const latest = certificate?.versions[0];
  if (!certificate || !latest) return null;
  const { number } = certificate;
  const reissue =
    act === "reissue" ? await findReissueOfClaim(id, await findSettings(), new Date()) : null;
  const fields = [
    { name: "registrationId", value: id },
    { name: "version", value: String(latest.version) },
  ];
  return (
    <section id="certificate" className="flex flex-col items-start gap-4">
      <DataTable
        caption={`Certificate ${number}`}
        rows={certificate.versions}
        rowKey={({ version }) => `version-${version}`}
        columns={[
          {
            key: "version",
            header: "Version",
            rowHeader: true,
            cell: ({ version }) => (
              <TextLink
                href={certificatePath(number, { version })}
              >{`Version ${version}`}</TextLink>
            ),
          },
          {
            key: "issued",
            header: "Issued",
            cell: ({ issuedAt }) => formatInstant(issuedAt, timeZone),
          },
          {
            key: "state",
            header: "State",
            cell: ({ revokedAt, revokedReason, supersededAt }) =>
              revokedAt
                ? `Revoked ${formatInstant(revokedAt, timeZone)}: ${revokedReason}`
                : supersededAt
                  ? "Superseded"
                  : "Active",
          },
        ]}
      />
      {canAct && act === "revoke" && !latest.revokedAt ? (
        <>
          <Notice tone="warning" title={`Revoke version ${latest.version}?`}>
            Whoever checks the certificate is told that it is revoked. The credits stay.
          </Notice>
          <ConfirmCorrectionForm
            action={revokeAction}
            fields={fields}
            label="Revoke the certificate"
            variant="danger"
          />
        </>
      ) : null}
      {canAct && act === "reissue" && total > 0 ? (
        <>
          <Notice tone="note" title={`Issue version ${latest.version + 1}?`}>
            It shows what is on record now, such as the member&apos;s name and the event&apos;s
            statements. The version before is superseded.
          </Notice>
          {reissue ? <CertificateBeside {...reissue} /> : null}
          <ConfirmCorrectionForm
            action={reissueAction}
            fields={fields}
            label="Reissue the certificate"
          />
        </>
      ) : null}
      {canAct && act === null ? (
        <div className="flex flex-wrap gap-4">
          {total > 0 ? (
            <ButtonLink href={claimDeskPath(id, { certificate: "reissue" })}>Reissue…</ButtonLink>
          ) : null}
          {latest.revokedAt ? null : (
            <ButtonLink href={claimDeskPath(id, { certificate: "revoke" })} variant="quiet">
              Revoke…
            </ButtonLink>
          )}
        </div>
      ) : null}
    </section>
  );
}
