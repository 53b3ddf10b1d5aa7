import { printCredits } from "@/lib/credits/amount";
import { NAMED, type Touched } from "@/lib/event-days/rules";
import { Notice } from "./notice";

/** Whom a change of times, maxima or the credit type touches, before it is saved. */
export function TouchedPanel({
  touched,
  effect = "they have to fit before they are submitted",
}: {
  touched: Touched;
  /** On those with open days. */
  effect?: string;
}) {
  const { people, locked, open, unfit, exceptions, named } = touched;
  return (
    <Notice tone="warning" title={`This touches ${claims(people)}`}>
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {locked > 0 ? (
          <li>{`${claims(locked)} with locked days: what was submitted stands as it is.`}</li>
        ) : null}
        {exceptions > 0 ? (
          <li>
            {`${claims(exceptions)} with a locked amount over the new maximum: it stands, and is listed under Exceptions.`}
          </li>
        ) : null}
        {open > 0 ? <li>{`${claims(open)} with open days: ${effect}.`}</li> : null}
        {unfit > 0 ? (
          <li>{`${claims(unfit)} with an open amount over the new maximum: it has to be lowered.`}</li>
        ) : null}
      </ul>
      <details className="pt-2" open={people <= 10}>
        <summary className="cursor-pointer">
          {people > NAMED ? `The first ${NAMED} of them` : "Who they are"}
        </summary>
        <ul className="columns-1 pt-2 sm:columns-2">
          {named.map(({ id, name, memberNumber, locked: isLocked, unfit: isUnfit, over }) => (
            <li key={id} className="break-inside-avoid">
              {memberNumber ? `${name} (${memberNumber})` : name}
              <span className="text-muted">
                {isLocked && !isUnfit ? ", locked" : ", open"}
                {over === null ? null : ` with ${printCredits(over)}, over the new maximum`}
              </span>
            </li>
          ))}
        </ul>
      </details>
      <p className="pt-2">Nothing is saved yet.</p>
    </Notice>
  );
}

function claims(count: number): string {
  return count === 1 ? "1 claim" : `${count} claims`;
}
