import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { db } from "@/lib/db";
import { importFile } from "@/lib/imports/commands";
import { KINDS } from "@/lib/imports/kinds";
import { printRemark } from "@/lib/imports/rules";
import { type Actor, MACHINE } from "@/lib/members/rules";

export const NOW = new Date("2026-11-21T10:00:00Z");

type How = {
  now?: Date;
  isDryRun?: boolean;
  actor?: Actor;
  /** What happens while the import is under way: at each of its remarks. */
  meanwhile?: () => Promise<unknown>;
};

/** The files of an association by kind, in the order in which they are imported. */
export const ASSOCIATION_FILES = [
  ["members", "prisma/seed/members.csv"],
  ["events", "tests/data/events.csv"],
  ["event-days", "tests/data/event-days.csv"],
  ["designations", "tests/data/designations.csv"],
  ["registrations", "tests/data/registrations.csv"],
  ["providers", "tests/data/providers.csv"],
  ["certifications", "tests/data/certifications.csv"],
  ["credit-entries", "tests/data/credit-entries.csv"],
] as const;

/** Imports a file as the command line does; what it says comes back as lines. */
export async function importPath(kindName: string, path: string, how: How = {}) {
  const kind = KINDS.find(({ name }) => name === kindName);
  if (!kind) throw new Error(`There is no kind ${kindName}.`);
  const lines: string[] = [];
  const tell = async (remark: Parameters<typeof printRemark>[0]) => {
    lines.push(printRemark(remark));
    await how.meanwhile?.();
  };
  const { now = NOW, isDryRun = false, actor = MACHINE } = how;
  const outcome = await importFile(actor, { kind, path, isDryRun, tell }, now);
  return { ...outcome, lines };
}

/** The same with the file's text, or bytes. */
export async function importText(kindName: string, text: string | Uint8Array, how: How = {}) {
  const folder = await mkdtemp(join(tmpdir(), "credence-import-"));
  const path = join(folder, "file.csv");
  await writeFile(path, text);
  try {
    return await importPath(kindName, path, how);
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Cells = Record<string, string>;

/** A file of rows whose cells are the kind's ordinary ones, but for what a test is about. */
function aFile(ordinary: (row: Cells) => Cells, rows: readonly Cells[]): string {
  const whole = rows.map((row) => ({ ...row, ...ordinary(row), ...row }));
  const quote = (cell: string) =>
    /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const header = Object.keys(whole[0] ?? {});
  const lines = whole.map((row: Cells) => header.map((name) => quote(row[name] ?? "")).join(","));
  return `${[header.join(","), ...lines].join("\n")}\n`;
}

export function membersFile(...rows: ({ member_number: string } & Cells)[]) {
  return aFile(
    ({ member_number }) => ({
      username: `u${member_number}`,
      email: `${member_number}@example.org`,
      first_name: "Ada",
      last_name: "Example",
      suffix: "MD",
      profession: "MD",
      birth_month_day: "",
      licence_state: "",
      reporting_consent: "",
      status: "active",
    }),
    rows,
  );
}

export function eventsFile(...rows: ({ event_code: string } & Cells)[]) {
  const ordinary = {
    title: "Annual Convention",
    activity_type: "Live event",
    learning_format: "live activity",
    time_zone: "America/New_York",
    place: "Orlando, Florida",
    credit_type: "AMA PRA Category 1",
    accreditation_statement: "",
  };
  return aFile(() => ordinary, rows);
}

export function eventDaysFile(...rows: ({ event_code: string; day: string } & Cells)[]) {
  const ordinary = { title: "Day", starts: "08:00", ends: "17:00", maximum_credits: "7.00" };
  return aFile(() => ordinary, rows);
}

export function registrationsFile(...rows: ({ registration_number: string } & Cells)[]) {
  return aFile(() => ({ source: "online", registered_at: "2026-01-05T10:00:00Z" }), rows);
}

export function providersFile(...rows: ({ provider: string } & Cells)[]) {
  return aFile(() => ({ in_network: "" }), rows);
}

export function certificationsFile(
  ...rows: ({ member_number: string; program: string; cycle_start: string } & Cells)[]
) {
  return aFile(({ cycle_start }) => ({ cycle_end: `${cycle_start?.slice(0, 4)}-12-31` }), rows);
}

export function creditEntriesFile(
  ...rows: ({ external_id: string; member_number: string } & Cells)[]
) {
  const ordinary = {
    date_earned: "2026-03-03",
    date_reported: "2026-03-05",
    format: "Live course",
    credits: "6.00",
    credit_type: "CEC",
    course_number: "",
    provider: "Other: City Gym",
    course_name: "Strength and Conditioning",
  };
  return aFile(() => ordinary, rows);
}

export function providerPostsFile(
  ...rows: ({ post_id: string; provider: string; member_number: string } & Cells)[]
) {
  const ordinary = {
    date_earned: "2026-03-03",
    format: "Live course",
    credits: "1.00",
    credit_type: "CEC",
    course_number: "",
    course_name: "Fair Housing",
  };
  return aFile(() => ordinary, rows);
}

/** A word that no other test uses in a code or number. */
export const aWord = () => randomUUID().slice(0, 8).toUpperCase();

/** A member whom a file made; nobody else's. */
export async function anImportedMember() {
  const number = `M${aWord()}`;
  await importText("members", membersFile({ member_number: number }));
  const member = await db.member.findFirstOrThrow({ where: { memberNumber: number } });
  return { number, member };
}

/** An event of three days that are over, and a member; nobody else's. */
export async function anEventAndMember() {
  const code = `E${aWord()}`;
  const { number, member } = await anImportedMember();
  await importText("events", eventsFile({ event_code: code }));
  const days = ["2026-05-10", "2026-05-11", "2026-05-12"];
  await importText("event-days", eventDaysFile(...days.map((day) => ({ event_code: code, day }))));
  const event = await db.event.findFirstOrThrow({
    where: { code },
    include: { days: { orderBy: { day: "asc" } } },
  });
  return { code, number, event, member, days: event.days.map(({ id }) => id) };
}

/** How many rows every table of the product has. */
export async function countRows(): Promise<Record<string, number>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1`;
  const counts = tables.map(async ({ name }) => {
    const rows = await db.$queryRawUnsafe<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM ${name}`,
    );
    return [name, rows[0]?.n ?? 0] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}
