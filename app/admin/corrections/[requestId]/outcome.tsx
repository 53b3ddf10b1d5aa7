import { CorrectionChanges } from "@/components/correction-changes";
import { TextLink } from "@/components/text-link";
import {
  adminRenewalPath,
  certificatePath,
  claimDeskPath,
  correctionsPath,
  entryDeskPath,
} from "@/lib/addresses";
import { findOutcome } from "@/lib/correction-outcomes/queries";
import type { Thread } from "@/lib/correction-requests/queries";
import { findLatestOf } from "@/lib/entry-corrections/queries";

/** What came of a request that is decided: old and new, and the way to what was corrected. */
export async function Outcome({ request }: { request: Thread }) {
  const { registration, renewal, entry } = request;
  const [{ changes, certificate }, entryId] = await Promise.all([
    findOutcome(request),
    entry ? findLatestOf(entry.id) : null,
  ]);
  return (
    <section className="flex flex-col gap-3">
      {changes.length > 0 || certificate ? <h2>What was corrected</h2> : null}
      <CorrectionChanges changes={changes} />
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        {certificate ? (
          <TextLink href={certificatePath(certificate.number, { version: certificate.version })}>
            {`Certificate version ${certificate.version}`}
          </TextLink>
        ) : null}
        {registration ? (
          <TextLink href={claimDeskPath(registration.id)}>
            The claim with its history and certificate
          </TextLink>
        ) : null}
        {renewal ? <TextLink href={adminRenewalPath(renewal.id)}>The renewal</TextLink> : null}
        {entryId ? <TextLink href={entryDeskPath(entryId)}>The entry as it stands</TextLink> : null}
        <TextLink href={correctionsPath()}>All corrections</TextLink>
      </p>
    </section>
  );
}
