import "server-only";
import { type Day, dayOf } from "@/lib/calendar";
import { stateOf } from "@/lib/credit-audits/rules";
import { db } from "@/lib/db";
import { listWhere, withStandings } from "@/lib/renewals/queries";

const RENEWALS_SHOWN = 20;

/** A member's renewals before staff, the latest due first, each with its audit; the list of all goes on. */
export async function listMemberRenewals(memberId: string, today: Day, most = RENEWALS_SHOWN) {
  const found = await db.renewal.findMany({
    where: { memberId },
    orderBy: [{ dueOn: "desc" }, { id: "desc" }],
    take: most + 1,
    select: {
      id: true,
      audit: { select: { id: true, dueOn: true, answeredAt: true, verdict: true } },
    },
  });
  const shown = found.slice(0, most);
  if (shown.length === 0) return { renewals: [], hasMore: false };
  const whole = await listWhere({ id: { in: shown.map(({ id }) => id) } });
  const audits = new Map(shown.map(({ id, audit }) => [id, audit]));
  const renewals = (await withStandings(whole, today)).map((renewal) => {
    const audit = audits.get(renewal.id);
    return {
      ...renewal,
      audit: audit
        ? { id: audit.id, state: stateOf({ ...audit, dueOn: dayOf(audit.dueOn) }, today) }
        : null,
    };
  });
  return { renewals, hasMore: found.length > most };
}

export type ListedRenewal = Awaited<ReturnType<typeof listMemberRenewals>>["renewals"][number];
