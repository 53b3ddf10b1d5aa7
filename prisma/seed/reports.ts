import { addDays } from "date-fns";
import { v7 as newId } from "uuid";
import { type Day, shiftDay } from "@/lib/calendar";
import { db } from "@/lib/db";
import { reportEntry } from "@/lib/reports/commands";
import { OTHER_PROVIDER } from "@/lib/reports/rules";
import { reportSchema } from "@/lib/reports/schema";
import { decideEntry } from "@/lib/reviews/commands";
import { findMemberActor, findStaffActor } from "./people";
import { GRACE } from "./record";

/** Two reports of a trainer that need a review: one waits for it, one was sent back. */
export async function makeReports(today: Day, now: Date) {
  await report("Peer Coaching Circle", today, 4, now);
  const sentBack = await report("Movement Lab, Six Evenings", today, 11, now);
  if (!sentBack) return;
  const note = "Please add the dates of the six evenings, or the provider's confirmation.";
  const staff = await findStaffActor("staff@example.org");
  await decideEntry(staff, { entryId: sentBack, decision: "return", note }, addDays(now, -3));
}

/** Null: an earlier load reported it. */
async function report(title: string, today: Day, daysAgo: number, now: Date) {
  const actor = await findMemberActor(GRACE);
  const saved = await db.creditEntry.findFirst({
    where: { memberId: actor.memberId, title },
    select: { id: true, returnedAt: true },
  });
  if (saved) return saved.returnedAt ? null : saved.id;
  const said = reportSchema.parse({
    reportId: newId(),
    earnedOn: shiftDay(today, { days: -daysAgo - 2 }),
    format: "Other",
    credits: "2",
    creditType: "CEC",
    provider: OTHER_PROVIDER,
    providerOther: "Springfield Trainers' Guild",
    title,
    documents: [],
    convertFrom: "hours",
    convertAmount: "",
    creditsMeant: null,
  });
  await reportEntry(actor, said, addDays(now, -daysAgo));
  return said.reportId;
}
