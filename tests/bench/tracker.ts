import { ratioOf } from "./alternate";
import { signUp } from "./association";
import type { Stage } from "./stage";
import { visitor } from "./visitor";

/** The CME Tracker of a member with 100 events, 20 rows of it, against an empty signed-in page. */
export async function tracker(stage: Stage): Promise<number> {
  const { token } = await signUp(await stage.database(), { name: "tracker", events: 100 });
  const member = visitor(await stage.server(), token);
  const shown = Buffer.from((await member.get("/events")).body).toString();
  const rows = shown.split("<tbody")[1]?.split("</tbody>")[0]?.split("<tr").length ?? 0;
  if (rows !== 21) throw new Error(`The tracker shows ${rows - 1} rows.`);
  return ratioOf(
    "tracker",
    () => member.get("/events"),
    () => member.get("/bench/empty"),
  );
}
