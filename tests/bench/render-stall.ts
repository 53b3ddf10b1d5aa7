import { setTimeout as delay } from "node:timers/promises";
import { connect } from "@/prisma/migrate";
import { signUp } from "./association";
import type { Stage } from "./stage";
import { visitor } from "./visitor";

const CERTIFICATES = 20;
const PATIENCE_MS = 60_000;

/**
 * The longest that the serving process did nothing else, in milliseconds, while 20 claims are
 * submitted and their certificates drawn. It is asked for its own event loop, and serves pages all
 * the while.
 */
export async function renderStall(stage: Stage): Promise<number> {
  const database = await stage.database();
  const { token, claims } = await signUp(database, {
    name: "stall",
    events: 1 + CERTIFICATES,
    entered: true,
  });
  const member = visitor(await stage.server(), token);
  const submit = async (registrationId: string) => {
    const fields = { registrationId, version: "0", attested: "on" };
    await member.act(`/events/${registrationId}/claim/review`, "submitClaimAction", fields);
  };
  const client = await connect(database.owner);
  try {
    const drawn = async (submitted: string[]) => {
      const { rows } = await client.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM certificate_files f JOIN certificate_versions v ON v.id = f.version_id
           JOIN submissions s ON s.id = v.submission_id WHERE s.registration_id = ANY ($1)`,
        [submitted],
      );
      return rows[0]?.n === submitted.length;
    };
    const submitAndWait = async (wanted: string[]) => {
      for (const registrationId of wanted) await submit(registrationId);
      const deadline = performance.now() + PATIENCE_MS;
      while (!(await drawn(wanted))) {
        if (performance.now() > deadline) throw new Error("The certificates were not drawn.");
        await member.get("/events");
        await delay(5);
      }
    };
    const [first = "", ...others] = claims.map(({ registrationId }) => registrationId);
    // Warms up: what is loaded for the first of anything is no stall of rendering.
    await submitAndWait([first]);
    for (let warmUp = 0; warmUp < 20; warmUp += 1) await member.get("/events");
    await member.get("/bench/stall");
    await submitAndWait(others);
    const answer = await member.get("/bench/stall");
    const { longest }: { longest: number } = JSON.parse(Buffer.from(answer.body).toString());
    return longest;
  } finally {
    await client.end();
  }
}
