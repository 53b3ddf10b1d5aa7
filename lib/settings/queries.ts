import "server-only";
import { cache } from "react";
import { dayOf } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";

/** The association's settings as this transaction sees them. */
export async function readSettings(tx: Tx) {
  const { moveOn, ...settings } = await tx.setting.findUniqueOrThrow({
    where: { id: 1 },
    select: {
      associationName: true,
      shortName: true,
      timeZone: true,
      paper: true,
      creditsEmail: true,
      membershipEmail: true,
      signatoryName: true,
      signatoryTitle: true,
      onsiteWaitHours: true,
      resetLinkMinutes: true,
      moveOn: true,
      documentLimitMegabytes: true,
      collegeHourFactor: true,
      ceuFactor: true,
      invoiceDaysBefore: true,
      cycleEndingDays: true,
      currency: true,
      logoSha256: true,
      staffSecondFactor: true,
    },
  });
  return { ...settings, moveOn: moveOn && dayOf(moveOn) };
}

/** The association's settings, read once per request. */
export const findSettings = cache(() => readSettings(db));

export type Settings = Awaited<ReturnType<typeof findSettings>>;
