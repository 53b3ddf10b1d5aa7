import "server-only";
import { cache } from "react";
import { dayOf } from "@/lib/calendar";
import { db } from "@/lib/db";

/** The association's settings, read once per request. */
export const findSettings = cache(async () => {
  const { moveOn, ...settings } = await db.setting.findUniqueOrThrow({
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
    },
  });
  return { ...settings, moveOn: moveOn && dayOf(moveOn) };
});

export type Settings = Awaited<ReturnType<typeof findSettings>>;
