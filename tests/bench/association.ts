import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Client } from "pg";
import { connect } from "@/prisma/migrate";
import type { TestDatabase } from "@/tests/support/test-databases";
import { aCertificate } from "@/tests/unit/certificates/a-certificate";
import { benchCertificate } from "./build";

type Claim = { registrationId: string; days: string[] };

/**
 * A signed-in member with events of three days a week apart. Of every eight the latest has not
 * ended, two are open, one is half entered and four are submitted with a certificate; or all of
 * them have ended, with every day entered; or, a single one, it is open.
 */
export async function signUp(
  database: TestDatabase,
  { name, events, entered = false }: { name: string; events: number; entered?: boolean },
): Promise<{ token: string; claims: Claim[]; certificate: string | null }> {
  const client = await connect(database.owner);
  try {
    const memberId = randomUUID();
    const token = randomBytes(32).toString("base64url");
    await client.query(
      `INSERT INTO members (id, member_number, username, email, first_name, last_name, profession, created_at)
       VALUES ($1, $2, $2, $2 || '@example.org', 'Amara', 'Okafor', 'MD', now())`,
      [memberId, `BENCH-${name}`],
    );
    await client.query(
      `INSERT INTO sessions (token_hash, member_id, created_at, expires_at, proven_at)
       VALUES ($1, $2, now(), now() + interval '1 day', now())`,
      [createHash("sha256").update(token).digest("hex"), memberId],
    );
    const ahead = events > 1 && !entered ? 1 : 0;
    const claims = await register(client, { memberId, name, events, ahead });
    const states = claims.map((claim, place) => ({
      ...claim,
      state: stateOf(place, events, entered),
    }));
    const of = (...wanted: State[]) =>
      states
        .filter(({ state }) => wanted.includes(state))
        .map(({ registrationId }) => registrationId);
    await enter(client, of("entered", "submitted"), 3);
    await enter(client, of("half entered"), 1);
    const numbers = await submit(client, of("submitted"));
    return { token, claims, certificate: numbers[0] ?? null };
  } finally {
    await client.end();
  }
}

type State = "running" | "open" | "half entered" | "entered" | "submitted";

function stateOf(place: number, events: number, entered: boolean): State {
  if (entered) return "entered";
  if (events === 1) return "open";
  const ofEight: State[] = ["running", "open", "half entered", "open"];
  // Only the latest can still be running.
  const state = ofEight[place % 8] ?? "submitted";
  return state === "running" && place > 0 ? "submitted" : state;
}

/** Events from the coming week (`ahead`) or the last one backwards, and the member's places at them. */
async function register(
  client: Client,
  told: { memberId: string; name: string; events: number; ahead: number },
): Promise<Claim[]> {
  const { rows } = await client.query<Claim>(
    `WITH made AS (
       INSERT INTO events (id, code, title, activity_type, learning_format, time_zone, place, credit_type,
                           accreditation_statement, first_on, last_on, ends_at)
       SELECT gen_random_uuid(), 'BENCH-' || $2 || '-' || n, 'Ultrasound Course ' || n, 'Live event', 'live activity',
              'Europe/Berlin', 'Berlin', 'AMA PRA Category 1', $5, last_on - 2, last_on, last_on + time '17:00'
         FROM generate_series(0, $3 - 1) AS n, LATERAL (SELECT current_date - 2 + 7 * ($4 - n) AS last_on) AS span
       RETURNING id, last_on),
     approved AS (
       INSERT INTO designations (id, event_id, credit_type, audience, maximum, approval_number, statement)
       SELECT gen_random_uuid(), id, 'AMA PRA Category 1', 'physicians', 2100, '', $6 FROM made),
     days AS (
       INSERT INTO event_days (id, event_id, day, title, starts, ends, ends_at, maximum)
       SELECT gen_random_uuid(), id, day, 'Day ' || (3 - (last_on - day)), '08:00', '17:00', day + time '17:00', 700
         FROM made, LATERAL (SELECT last_on - back AS day FROM generate_series(0, 2) AS back) AS each
       RETURNING id, event_id, day),
     places AS (
       INSERT INTO registrations (id, number, event_id, member_id, source, registered_at)
       SELECT gen_random_uuid(), 'BENCH-' || id, id, $1, 'online', now() FROM made RETURNING id, event_id),
     named AS (
       INSERT INTO registration_days (registration_id, event_day_id, confirmed_at)
       SELECT places.id, days.id, now() FROM places JOIN days USING (event_id))
     SELECT places.id AS "registrationId", array_agg(days.id ORDER BY day) AS days
       FROM places JOIN days USING (event_id) GROUP BY places.id ORDER BY max(day) DESC`,
    [told.memberId, told.name, told.events, told.ahead, ACCREDITED, DESIGNATED],
  );
  return rows;
}

const { accreditationStatement: ACCREDITED, statements } = aCertificate();
const DESIGNATED = statements[0]?.text ?? "";

/** Enters credits for the first days of claims. */
async function enter(client: Client, claims: string[], days: number) {
  await client.query(
    `INSERT INTO claim_days (registration_id, event_day_id, credits, saved_at)
     SELECT registration_id, event_day_id, 650, now()
       FROM (SELECT d.*, row_number() OVER (PARTITION BY registration_id ORDER BY day) AS place
               FROM registration_days d JOIN event_days e ON e.id = d.event_day_id
              WHERE registration_id = ANY ($1)) AS named
      WHERE place <= $2`,
    [claims, days],
  );
}

/** Submits claims whose days are entered; their certificates are drawn already. */
async function submit(client: Client, claims: string[]): Promise<string[]> {
  const bytes = Buffer.from(await benchCertificate());
  const { rows } = await client.query<{ certificate_number: string }>(
    `WITH locked AS (
       INSERT INTO submissions (id, registration_id, number, attestation, submitted_at)
       SELECT gen_random_uuid(), id, 1, 'I attest.', now() FROM unnest($1::uuid[]) AS id
       RETURNING id, registration_id),
     days AS (
       UPDATE claim_days d SET submission_id = locked.id FROM locked WHERE d.registration_id = locked.registration_id),
     numbered AS (
       INSERT INTO certificates (number, registration_id)
       SELECT 'CR-' || upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 16)), registration_id FROM locked
       RETURNING number, registration_id),
     issued AS (
       INSERT INTO certificate_versions (id, certificate_number, version, submission_id, facts, issued_at)
       SELECT gen_random_uuid(), number, 1, locked.id, $2, now() FROM numbered JOIN locked USING (registration_id)
       RETURNING id, certificate_number),
     drawn AS (
       INSERT INTO certificate_files (version_id, bytes, sha256, rendered_at)
       SELECT id, $3, encode(sha256($3), 'hex'), now() FROM issued)
     SELECT certificate_number FROM issued`,
    [claims, JSON.stringify(aCertificate()), bytes],
  );
  return rows.map(({ certificate_number }) => certificate_number);
}
