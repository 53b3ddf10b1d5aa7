import { LookAgain } from "@/components/look-again";
import { Panel } from "@/components/panel";
import { formatInstant } from "@/lib/calendar";
import { fullName } from "@/lib/members/rules";
import type { Run } from "@/lib/reminders/queries";
import { OUTCOME_WORDS } from "@/lib/reminders/rules";

/** How the newest run of reminders goes; the page looks again by itself until it is finished. */
export function RunPanel({ run, timeZone }: { run: Run; timeZone: string }) {
  const { requestedAt, requestedBy, finishedAt, outcomes, settled, all } = run;
  const who = requestedBy ? ` by ${fullName(requestedBy)}` : "";
  return (
    <Panel title="Reminders">
      {finishedAt ? null : <LookAgain seconds={3} />}
      <p>{`Asked for on ${formatInstant(requestedAt, timeZone)}${who}.`}</p>
      {finishedAt ? null : (
        <p className="flex flex-wrap items-center gap-3">
          <progress
            max={all}
            value={settled}
            aria-label="Reminders under way"
            className="h-2 w-60 accent-accent"
          />
          {`${settled} of ${all} done`}
        </p>
      )}
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {outcomes.map(({ outcome, members }) => (
          <li key={outcome}>
            {`${members} ${members === 1 ? "member" : "members"} ${OUTCOME_WORDS[outcome]}`}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
