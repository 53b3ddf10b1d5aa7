import { ratioOf } from "./alternate";
import { signUp } from "./association";
import type { Stage } from "./stage";
import { visitor } from "./visitor";

/**
 * Saving a day's row, with the page that comes back, against an action of the same member that
 * updates one row, commits, and refreshes that same page.
 */
export async function rowSave(stage: Stage): Promise<number> {
  const database = await stage.database();
  const { token, claims } = await signUp(database, { name: "row-save", events: 1 });
  const { registrationId, days } = claims[0] ?? { days: [] };
  const [eventDayId] = days;
  if (!registrationId || !eventDayId) throw new Error("There is no day to save.");
  const member = visitor(await stage.server(), token);
  const page = `/events/${registrationId}/claim?day=${eventDayId}`;

  return ratioOf(
    "row-save",
    async (round) => {
      const credits = round % 2 === 0 ? "4.25" : "4.5";
      const fields = { registrationId, eventDayId, version: String(round), credits };
      const { headers, body } = await member.act(page, "saveDayAction", fields);
      if (!headers.get("x-action-redirect")?.includes("saved="))
        throw new Error("It was not saved.");
      if (!text(body).includes(`is saved: ${Number(credits).toFixed(2)}`)) {
        throw new Error("The page did not come back.");
      }
    },
    async () => {
      const same = `/bench/events/${registrationId}?saved=${eventDayId}`;
      const { body } = await member.act(same, "updateOneRow", { registrationId });
      if (!text(body).includes("is saved: ")) throw new Error("The page did not come back.");
    },
  );
}

const text = (body: ArrayBuffer) => Buffer.from(body).toString();
