import "server-only";
import { type Day, dayOf } from "@/lib/calendar";
import { whereIn } from "@/lib/credit-audits/queries";
import { type AuditState, stateOf } from "@/lib/credit-audits/rules";
import { db } from "@/lib/db";
import { type After, earlierThan, laterThan } from "@/lib/page-after";
import { listWhere } from "@/lib/renewals/queries";

const AUDITS_A_PAGE = 25;

type Wanted = { state?: AuditState; draw?: string; after: After | null };

/** Audits by their last day: those that wait with the first due first, all others the latest first. */
export async function listAudits({ state, draw, after }: Wanted, today: Day) {
  const isWaiting = state === "open" || state === "overdue" || state === "answered";
  const order = isWaiting ? "asc" : "desc";
  const beyond = isWaiting ? laterThan : earlierThan;
  const found = await db.creditAudit.findMany({
    where: {
      ...(draw && { selectionId: draw }),
      AND: [state ? whereIn(state, today) : {}, after ? beyond("dueOn", after) : {}],
    },
    orderBy: [{ dueOn: order }, { id: order }],
    take: AUDITS_A_PAGE + 1,
    select: { id: true, renewalId: true, dueOn: true, answeredAt: true, verdict: true },
  });
  const page = found.slice(0, AUDITS_A_PAGE);
  const renewals = await listWhere({ id: { in: page.map(({ renewalId }) => renewalId) } });
  const audits = page.flatMap(({ dueOn: due, ...audit }) => {
    const renewal = renewals.find(({ id }) => id === audit.renewalId);
    const dueOn = dayOf(due);
    return renewal
      ? [{ ...audit, renewal, dueOn, state: stateOf({ ...audit, dueOn }, today) }]
      : [];
  });
  const last = found.length > AUDITS_A_PAGE ? page.at(-1) : undefined;
  return { audits, next: last ? { at: last.dueOn, id: last.id } : null };
}
