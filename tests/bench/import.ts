import { execFile } from "node:child_process";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { Client } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { childEnvironment } from "@/lib/env";

const ROWS = 100_000;
const EVENTS = 40;
const ROUNDS = 3;
const DAYS = ["2026-05-10", "2026-05-11", "2026-05-12"];

type Stage = { database(): Promise<{ app: string; owner: string }> };

/**
 * How many times as long the import of 100,000 registrations takes (with two or three days each,
 * which it writes as well) as COPY of the same registrations, without their days, into a table with
 * the same keys, checks and indexes: medians, the two sides alternating. Both tables grow alike.
 */
export async function importAgainstCopy(stage: Stage): Promise<number> {
  const { app, owner } = await stage.database();
  const folder = await mkdtemp(join(tmpdir(), "credence-bench-"));
  const client = new Client({ connectionString: owner });
  await client.connect();
  try {
    await makeTwin(client);
    const load = (kind: string, lines: Iterable<string>) => importFile(app, folder, kind, lines);
    await load("members", membersFile());
    const imports: number[] = [];
    const copies: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await load("events", eventsFile(round));
      await load("event-days", eventDaysFile(round));
      imports.push(await load("registrations", registrationsFile(round)));
      copies.push(await copy(client, join(folder, "copy"), round));
    }
    const [our, their] = [median(imports), median(copies)];
    console.log(`import: ${our.toFixed(2)} s against ${their.toFixed(2)} s`);
    return our / their;
  } finally {
    await client.query("DROP TABLE IF EXISTS registrations_copied");
    await client.end();
    await rm(folder, { recursive: true });
  }
}

async function makeTwin(client: Client) {
  await client.query(`
    DROP TABLE IF EXISTS registrations_copied;
    CREATE TABLE registrations_copied (LIKE registrations INCLUDING ALL);
    ALTER TABLE registrations_copied
      ADD FOREIGN KEY (event_id) REFERENCES events (id),
      ADD FOREIGN KEY (member_id) REFERENCES members (id);`);
}

/** Seconds from opening the file to the end of the transaction. */
async function importFile(app: string, folder: string, kind: string, lines: Iterable<string>) {
  const path = join(folder, `${kind}.csv`);
  await writeFile(path, lines);
  const program = ["--conditions=react-server", "--import", "tsx", "tests/bench/import-once.ts"];
  const env = childEnvironment({ CREDENCE_MODE: "development", DATABASE_URL: app });
  const { stdout } = await promisify(execFile)(process.execPath, [...program, kind, path], { env });
  return Number(stdout);
}

/** Seconds that COPY took for the registrations that the round has imported. */
async function copy(client: Client, path: string, round: number) {
  const columns = "id, number, event_id, member_id, source, registered_at, version, open_told_at";
  await pipeline(
    client.query(
      copyTo(
        `COPY (SELECT ${columns} FROM registrations WHERE number LIKE 'R${round}-%') TO STDOUT`,
      ),
    ),
    createWriteStream(path),
  );
  const start = performance.now();
  const into = client.query(copyFrom(`COPY registrations_copied (${columns}) FROM STDIN`));
  await pipeline(createReadStream(path), into);
  return (performance.now() - start) / 1000;
}

function* membersFile() {
  yield "member_number,username,email,first_name,last_name,suffix,profession,birth_month_day,licence_state,reporting_consent,status\n";
  for (let n = 0; n < ROWS; n += 1) {
    yield `B${n},,bench${n}@example.org,First${n},Last${n},MD,MD,09-06,CA,yes,active\n`;
  }
}

function* eventsFile(round: number) {
  yield "event_code,title,activity_type,learning_format,time_zone,place,credit_type,accreditation_statement\n";
  for (let n = 0; n < EVENTS; n += 1) {
    yield `BENCH-${round}-${n},Event ${n},Live event,live activity,Europe/Berlin,,AMA PRA Category 1,\n`;
  }
}

function* eventDaysFile(round: number) {
  yield "event_code,day,title,starts,ends,maximum_credits\n";
  for (let n = 0; n < EVENTS; n += 1) {
    for (const day of DAYS) yield `BENCH-${round}-${n},${day},,08:00,17:00,7.00\n`;
  }
}

function* registrationsFile(round: number) {
  yield "registration_number,event_code,member_number,days,source,registered_at\n";
  for (let n = 0; n < ROWS; n += 1) {
    const days = DAYS.slice(0, 2 + (n % 2)).join(";");
    yield `R${round}-${n},BENCH-${round}-${n % EVENTS},B${n},${days},online,2026-01-05T10:00:00Z\n`;
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
