import { ClaimCorrection } from "@/components/claim-correction";
import { EntryCorrection } from "@/components/entry-correction";
import { EntryFacts } from "@/components/entry-facts";
import { Notice } from "@/components/notice";
import { TextLink } from "@/components/text-link";
import { adminRenewalPath, claimDeskPath, requestDeskPath } from "@/lib/addresses";
import type { Thread } from "@/lib/correction-requests/queries";
import { findClaimDesk } from "@/lib/corrections/queries";
import { findEntryDesk, findLatestOf } from "@/lib/entry-corrections/queries";
import { findSettings } from "@/lib/settings/queries";
import { correctClaimAction, correctEntryAction } from "./actions";
import { ReissueDesk } from "./reissue-desk";

type Search = Record<string, string | string[] | undefined>;

/**
 * What the request is about, to be corrected: the days and the certificate of a claim, the certificate
 * of a renewal, or an entry as it stands by now.
 */
export async function SubjectDesk({
  request,
  search,
  mayRaise,
}: {
  request: Thread;
  search: Search;
  mayRaise: boolean;
}) {
  const { id: requestId, registration, renewal, entry, certificateNumber } = request;
  const path = requestDeskPath(requestId);
  if (registration) {
    const desk = await findClaimDesk(registration.id, search, new Date());
    if (!desk) return null;
    // Days that are being looked at come to a certificate of their own.
    const reissue = desk.isAsked ? null : <ReissueDesk request={request} mayRaise={mayRaise} />;
    return (
      <>
        {certificateNumber ? reissue : null}
        <p>
          <TextLink href={claimDeskPath(registration.id)}>
            The claim with its history and certificate
          </TextLink>
        </p>
        <ClaimCorrection
          path={path}
          desk={desk}
          mayRaise={mayRaise}
          about={{ registrationId: registration.id, requestId }}
          action={correctClaimAction}
        />
        {certificateNumber ? null : reissue}
      </>
    );
  }
  if (renewal) {
    return (
      <>
        <p>
          <TextLink href={adminRenewalPath(renewal.id)}>
            The renewal with its payment and credit
          </TextLink>
        </p>
        <ReissueDesk request={request} mayRaise={mayRaise} />
      </>
    );
  }
  if (!entry) return null;
  const entryId = await findLatestOf(entry.id);
  const desk = await findEntryDesk(entryId, search, new Date());
  if (!desk) return null;
  const { associationName } = await findSettings();
  return (
    <>
      {entryId === entry.id ? null : (
        <Notice tone="note">
          The entry was replaced since it was asked about: this is what stands now.
        </Notice>
      )}
      <EntryFacts entry={desk.entry} association={associationName} />
      {desk.refusal ? (
        <Notice tone="warning">{desk.refusal}</Notice>
      ) : (
        <EntryCorrection
          path={path}
          desk={desk}
          about={{ entryId, requestId }}
          action={correctEntryAction}
        />
      )}
    </>
  );
}
