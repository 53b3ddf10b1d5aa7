import { readFile } from "node:fs/promises";
import { addDays } from "date-fns";
import { setPassword } from "@/lib/accounts/commands";
import { DEMO_ACCOUNTS } from "@/lib/accounts/demo";
import { hashPassword } from "@/lib/accounts/password";
import { dateOf, todayIn } from "@/lib/calendar";
import { db } from "@/lib/db";
import { MACHINE } from "@/lib/members/rules";
import { grantRole } from "@/lib/roles/commands";
import { changeSettings } from "@/lib/settings/commands";
import { SETTINGS } from "./association";
import { LATE_PLACES, makeClaims, PLACES } from "./claims";
import { designationsFile, eventDaysFile, eventsFile, registrationsFile, staffFile } from "./files";
import { importText } from "./import-text";
import { loadOnce } from "./once";
import { postFiles } from "./posts";
import { seedPrograms } from "./programs";
import { certificationsFile, entriesFile, providersFile } from "./record";
import { makeRenewals } from "./renewals";
import { makeReports } from "./reports";

/** Loads the demo association through the product's own commands, once. */
export function seedDemo(started = new Date()) {
  return loadOnce("demo", loadDemo, started);
}

async function loadDemo(now: Date) {
  await changeSettings(MACHINE, SETTINGS, now);
  await seedPrograms(MACHINE, now);
  const today = todayIn(SETTINGS.timeZone, now);
  const members = await readFile(new URL("./members.csv", import.meta.url), "utf8");
  await importText("members", members, now);
  await importText("members", staffFile(), now);
  await importText("events", eventsFile(today), now);
  await importText("event-days", eventDaysFile(today), now);
  await importText("designations", designationsFile(), now);
  await importText("registrations", registrationsFile(PLACES, today), now);
  await grantRole(MACHINE, { email: "staff@example.org", role: "staff" }, now);
  await grantRole(MACHINE, { email: "admin@example.org", role: "administrator" }, now);
  const office = { role: "local_office", office: "Northern Office" } as const;
  await grantRole(MACHINE, { email: "officer@example.org", ...office }, now);
  await givePasswords(now);
  await makeClaims(today, now);
  await importText("registrations", registrationsFile(LATE_PLACES, today), now);
  await importText("providers", providersFile(), now);
  await importText("certifications", certificationsFile(today), now);
  await importText("credit-entries", entriesFile(today), now);
  await makeReports(today, now);
  for (const { day, text } of postFiles(today)) {
    const posted = addDays(dateOf(day), 1);
    await importText("provider-posts", text, posted < now ? posted : now);
  }
  await makeRenewals(today, now);
}

/** Everybody of the demo signs in with the same password; whoever was there before it keeps their own. */
async function givePasswords(now: Date) {
  const passwordHash = await hashPassword(DEMO_ACCOUNTS[0].password);
  const members = await db.member.findMany({
    where: { passwordHash: null, createdAt: { gte: now } },
    select: { id: true },
  });
  for (const { id: memberId } of members) {
    await db.$transaction((tx) => setPassword(tx, MACHINE, { memberId, passwordHash }, now));
  }
}
