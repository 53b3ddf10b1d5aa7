import "server-only";
import { cache } from "react";
import { db } from "@/lib/db";

/** The association's settings, read once per request. */
export const findSettings = cache(() =>
  db.setting.findUniqueOrThrow({
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
      documentLimitMegabytes: true,
      collegeHourFactor: true,
      ceuFactor: true,
    },
  }),
);

export type Settings = Awaited<ReturnType<typeof findSettings>>;
