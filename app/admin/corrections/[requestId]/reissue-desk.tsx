import { CertificateBeside } from "@/components/certificate-beside";
import { ConfirmCorrectionForm } from "@/components/confirm-correction-form";
import { Notice } from "@/components/notice";
import { TextLink } from "@/components/text-link";
import { certificatePath, directoryPath, eventDeskPath } from "@/lib/addresses";
import type { Thread } from "@/lib/correction-requests/queries";
import { findReissue } from "@/lib/reissues/queries";
import { isAnsweredSince, refusalToReissue } from "@/lib/reissues/rules";
import { findSettings } from "@/lib/settings/queries";
import { reissueAction } from "./actions";

/** The certificate that is asked about: what it states beside what its next version would state. */
export async function ReissueDesk({ request, mayRaise }: { request: Thread; mayRaise: boolean }) {
  const reissue = await findReissue(request, await findSettings(), new Date());
  if (!reissue) {
    return request.renewal ? (
      <Notice tone="note">
        It is not renewed any more, so there is nothing to certify. Its certificate is issued again
        when it is renewed.
      </Notice>
    ) : null;
  }
  const { number, version, stated, isActive, seen } = reissue;
  const isAnswered = isAnsweredSince(reissue, request.requestedAt);
  const refusal = isAnswered ? null : refusalToReissue(reissue);
  const { member, registration } = request;
  return (
    <section className="flex flex-col gap-4">
      <h2>Issue the certificate again</h2>
      <p>
        <TextLink href={certificatePath(number)}>{`Certificate ${number}`}</TextLink>
        {isActive ? null : " is revoked: another version makes it valid again."}
      </p>
      <CertificateBeside version={version} stated={stated} />
      <p>
        The member&apos;s name is changed on{" "}
        <TextLink href={directoryPath(member.id)}>their record</TextLink>
        {registration && mayRaise ? (
          <>
            , title and statements with{" "}
            <TextLink href={eventDeskPath(registration.event.id)}>the event</TextLink>
          </>
        ) : null}
        . Come back here afterwards.
      </p>
      {refusal ? (
        <Notice tone="note">{refusal}</Notice>
      ) : (
        <>
          {isAnswered ? (
            <Notice tone="note">{`Version ${version} was issued since the member asked, and states what is on record.`}</Notice>
          ) : null}
          <ConfirmCorrectionForm
            action={reissueAction}
            label={
              isAnswered
                ? `Accept with version ${version}`
                : `Accept and issue version ${version + 1}`
            }
            fields={[
              { name: "requestId", value: request.id },
              { name: "version", value: String(version) },
              { name: "seen", value: seen },
            ]}
          />
        </>
      )}
    </section>
  );
}
