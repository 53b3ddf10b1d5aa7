import "server-only";
import { formatLongDay, todayIn } from "@/lib/calendar";
import type { Act, Check } from "@/lib/imports/kind";
import { readSettings } from "@/lib/settings/queries";

/** The association's date at the time of the command, once `tellToday` told it. */
export const TODAY = "current_setting('credence.today')::date";

export async function tellToday({ client, tx, now }: Act) {
  const { timeZone } = await readSettings(tx);
  await client.query("SELECT set_config('credence.today', $1, true)", [todayIn(timeZone, now)]);
}

const inFuture = (date: string, column: string, advice: string): Check => ({
  column,
  find: `SELECT line, ${TODAY}::text AS today FROM import_found WHERE ${date} > ${TODAY}`,
  say: ({ today }) =>
    `This date is in the future: today is ${formatLongDay(String(today))}. ${advice}`,
});

/** Imported credit counts at once, and nobody has earned what is still to come. */
export const earnedInFuture = inFuture(
  "earned_on",
  "date_earned",
  "Import the line once the credit is earned.",
);

export const reportedInFuture = inFuture(
  "reported_on",
  "date_reported",
  "Write the day on which it was reported.",
);
