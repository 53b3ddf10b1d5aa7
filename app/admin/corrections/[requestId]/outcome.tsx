import { TextLink } from "@/components/text-link";
import { claimDeskPath, correctionsPath, entryDeskPath } from "@/lib/addresses";
import { dayOf, formatShortDay } from "@/lib/calendar";
import { findVersionIssued, type Thread } from "@/lib/correction-requests/queries";
import { printCredits } from "@/lib/credits/amount";
import { findLatestOf } from "@/lib/entry-corrections/queries";

/** What came of a request that is decided: the days as they became, and the way to what was corrected. */
export async function Outcome({ request }: { request: Thread }) {
  const { registration, entry, corrections } = request;
  const [version, entryId] = await Promise.all([
    corrections.length > 0 ? findVersionIssued(request) : null,
    entry ? findLatestOf(entry.id) : null,
  ]);
  return (
    <section className="flex flex-col gap-3">
      {corrections.length > 0 ? (
        <>
          <h2>What was corrected</h2>
          <ul className="flex flex-col gap-1">
            {corrections.map(({ id, oldCredits, newCredits, claimDay }) => (
              <li key={id}>
                {`${formatShortDay(dayOf(claimDay.registrationDay.eventDay.day))} ${printCredits(oldCredits)} → ${printCredits(newCredits)}`}
                {version === null ? null : `, certificate version ${version}`}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        {registration ? (
          <TextLink href={claimDeskPath(registration.id)}>
            The claim with its history and certificate
          </TextLink>
        ) : null}
        {entryId ? <TextLink href={entryDeskPath(entryId)}>The entry as it stands</TextLink> : null}
        <TextLink href={correctionsPath()}>All corrections</TextLink>
      </p>
    </section>
  );
}
