import { ButtonLink } from "@/components/button-link";
import { claimPath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import { standingOf } from "@/lib/claims/rules";
import { printCredits } from "@/lib/credits/amount";
import { onsiteWait } from "@/lib/registrations/rules";
import type { Settings } from "@/lib/settings/queries";
import type { ListedClaim } from "@/lib/tracker/queries";

/** Where a claim stands, in the words of the tracker's column Credits Earned. */
export function CreditsCell({
  claim,
  settings,
  now,
}: {
  claim: ListedClaim;
  settings: Settings;
  now: Date;
}) {
  const wait = onsiteWait(claim.days, settings.onsiteWaitHours, now);
  return (
    <div className="flex flex-col items-start gap-1">
      <StandingWords claim={claim} now={now} isWaiting={wait !== null} />
      {wait ? (
        <p className="text-muted">
          {wait.isOver ? (
            <>
              Registered onsite, but not confirmed yet. Write to{" "}
              <a href={`mailto:${settings.creditsEmail}`} className="words-link">
                {settings.creditsEmail}
              </a>
              .
            </>
          ) : (
            `Registered onsite: may take until ${formatInstant(wait.until, claim.event.timeZone)}`
          )}
        </p>
      ) : null}
    </div>
  );
}

function StandingWords({
  claim,
  now,
  isWaiting,
}: {
  claim: ListedClaim;
  now: Date;
  isWaiting: boolean;
}) {
  const standing = standingOf(claim, now);
  switch (standing.is) {
    case "opens":
      return <p>Opens {formatInstant(standing.at, claim.event.timeZone)}</p>;
    case "submitted":
      return <p className="font-semibold">{printCredits(standing.total)}</p>;
    case "none":
      return isWaiting ? null : <p className="text-muted">No registered days</p>;
    case "open":
      return (
        <>
          {standing.submitted === null ? null : (
            <p className="font-semibold">{printCredits(standing.submitted)} submitted</p>
          )}
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <ButtonLink href={claimPath(claim.id)} size="compact">
              Enter Credits<span className="sr-only"> for {claim.event.title}</span>
            </ButtonLink>
            <span className="text-muted">
              {standing.entered} of {standing.days} {standing.days === 1 ? "day" : "days"} entered
            </span>
          </div>
        </>
      );
  }
}
