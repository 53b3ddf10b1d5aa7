import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Client } from "pg";
import { programsFileSchema } from "@/lib/programs/schema";
import { connect } from "@/prisma/migrate";
import { ratioOf } from "./alternate";
import { signUp } from "./association";
import type { Stage } from "./stage";
import { visitor } from "./visitor";

const ENTRIES = 300;
const CYCLES = ["ACSM-CPT", "ACSM-EP", "ACSM-GEI"];

/** The CEC dashboard of a member with 300 entries and 3 certifications, against an empty signed-in page. */
export async function dashboard(stage: Stage): Promise<number> {
  const database = await stage.database();
  const { token } = await signUp(database, { name: "dashboard", events: 1 });
  const client = await connect(database.owner);
  await loadPrograms(client).then(() => certify(client));
  await client.end();
  const member = visitor(await stage.server(), token);
  const shown = Buffer.from((await member.get("/cecs")).body).toString();
  const gauges = shown.split("of 45").length + shown.split("of 60").length - 2;
  if (!shown.includes(`of ${ENTRIES} entries`) || gauges < CYCLES.length) {
    throw new Error("The dashboard does not show the record.");
  }
  return ratioOf(
    "dashboard",
    () => member.get("/cecs"),
    () => member.get("/bench/empty"),
  );
}

/** The programs of an association, unless an earlier line has brought them. */
export async function loadPrograms(client: Client) {
  const text = await readFile("prisma/seed/programs/acsm.json", "utf8");
  for (const { code, names, versions } of programsFileSchema.parse(JSON.parse(text))) {
    await client.query("INSERT INTO programs (code) VALUES ($1) ON CONFLICT DO NOTHING", [code]);
    for (const name of names) {
      await client.query(
        "INSERT INTO program_names (code, program_code, name, from_on) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        [name.code, code, name.name, name.fromOn],
      );
    }
    for (const { fromOn, terms } of versions) {
      await client.query(
        "INSERT INTO rule_versions (id, program_code, from_on, terms) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        [randomUUID(), code, fromOn, JSON.stringify(terms)],
      );
    }
  }
}

/** Three cycles around today, and entries of all formats over the last three years; some count, some don't. */
async function certify(client: Client) {
  await client.query(
    `WITH member AS (SELECT id FROM members WHERE member_number = 'BENCH-dashboard'),
     held AS (
       INSERT INTO certifications (id, member_id, program_code)
       SELECT gen_random_uuid(), member.id, code FROM member, unnest($1::text[]) AS code RETURNING id)
     INSERT INTO cycles (id, certification_id, starts_on, ends_on)
     SELECT gen_random_uuid(), id, date_trunc('year', current_date) - interval '2 years',
            date_trunc('year', current_date) + interval '1 year - 1 day' FROM held`,
    [CYCLES],
  );
  await client.query(
    `INSERT INTO credit_entries (id, member_id, source, earned_on, reported_on, format, credits, credit_type,
                                 provider_other, title, created_at, accepted_at)
     SELECT gen_random_uuid(), m.id, 'self_report', current_date - 3 * n, current_date - 3 * n + 1,
            (ARRAY['Live course', 'Online course', 'Conference', 'Teaching', 'Volunteering', 'Reading'])[1 + n % 6],
            25 + 25 * (n % 4), 'CEC', 'Academy of Exercise Science ' || n % 7,
            'Strength and Conditioning for Older Adults ' || n, now(),
            CASE WHEN n % 40 > 0 THEN now() END
       FROM members m, generate_series(1, $1) AS n WHERE m.member_number = 'BENCH-dashboard'`,
    [ENTRIES],
  );
}
