import { z } from "zod";
import { todayIn } from "@/lib/calendar";
import { log } from "@/lib/log";
import type { Actor } from "@/lib/members/rules";
import { findSettings } from "@/lib/settings/queries";
import { runStaffAct } from "@/lib/staff-act";
import { importText } from "./seed/import-text";
import {
  largeCertifications,
  largeDesignations,
  largeEntries,
  largeEventDays,
  largeEvents,
  largeMembers,
  largeRegistrations,
} from "./seed/large-files";
import { loadLargeWork } from "./seed/large-work";
import { loadOnce } from "./seed/once";
import { seedPrograms } from "./seed/programs";

await runStaffAct({
  usage: "Usage: npm run seed:large\nFills the database with 200,000 members and their records.",
  names: [],
  schema: z.object({}),
  run: async (actor, _input, now) => {
    const isNew = await loadOnce("large", (begun) => load(actor, begun), now);
    return isNew ? "The large membership is loaded." : "The large membership is there already.";
  },
});

async function load(actor: Actor, now: Date) {
  const today = todayIn((await findSettings()).timeZone, now);
  await seedPrograms(actor, now);
  const files: [kind: string, lines: Iterable<string>][] = [
    ["members", largeMembers()],
    ["events", largeEvents()],
    ["event-days", largeEventDays(today)],
    ["designations", largeDesignations()],
    ["registrations", largeRegistrations(today)],
    ["certifications", largeCertifications(today)],
    ["credit-entries", largeEntries(today)],
  ];
  for (const [kind, lines] of files) {
    const { added } = await importText(kind, lines, now);
    log.info({ kind, added }, "a large file is imported");
  }
  await loadLargeWork(now);
}
