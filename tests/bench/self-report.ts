import { v7 as newId } from "uuid";
import { connect } from "@/prisma/migrate";
import { ratioOf } from "./alternate";
import { signUp } from "./association";
import { loadPrograms } from "./dashboard";
import type { Stage } from "./stage";
import { visitor } from "./visitor";

/**
 * Saving a report, with the dashboard that comes back, against an action of the same member that
 * inserts one entry, commits, and redirects to that same page.
 */
export async function selfReport(stage: Stage): Promise<number> {
  const database = await stage.database();
  const { token } = await signUp(database, { name: "self-report", events: 1 });
  const client = await connect(database.owner);
  await loadPrograms(client);
  await client.query(
    `WITH held AS (
       INSERT INTO certifications (id, member_id, program_code)
       SELECT gen_random_uuid(), id, 'ACSM-CPT' FROM members WHERE member_number = 'BENCH-self-report'
       RETURNING id)
     INSERT INTO cycles (id, certification_id, starts_on, ends_on)
     SELECT gen_random_uuid(), id, date_trunc('year', current_date) - interval '2 years',
            date_trunc('year', current_date) + interval '1 year - 1 day' FROM held`,
  );
  await client.end();
  const member = visitor(await stage.server(), token);
  const earnedOn = `${new Date().getUTCFullYear() - 1}-06-15`;

  const cameBack = async (path: string, action: string, fields: Record<string, string>) => {
    const { headers, body } = await member.act(path, action, fields);
    if (!headers.get("x-action-redirect")?.includes("reported=now")) {
      throw new Error("It was not saved.");
    }
    if (!Buffer.from(body).toString().includes("Active CECs")) {
      throw new Error("The page did not come back.");
    }
  };

  return ratioOf(
    "self-report",
    (round) =>
      cameBack("/cecs/report", "saveReportAction", {
        reportId: newId(),
        earnedOn,
        format: "Live course",
        credits: "1",
        creditType: "CEC",
        provider: "other",
        providerOther: "Academy",
        title: `Strength and Conditioning ${round}`,
      }),
    (round) =>
      cameBack("/bench/report", "insertOneRow", { earnedOn, title: `Flexibility ${round}` }),
  );
}
