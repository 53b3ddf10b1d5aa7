import { randomUUID } from "node:crypto";
import { type Day, dateOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import { ENDS_AT } from "./a-row";

export type EventTold = {
  days?: readonly Day[];
  /** Hundredths, of each day. */
  maximum?: number;
  designations?: Omit<Prisma.DesignationUncheckedCreateWithoutEventInput, "id">[];
} & Partial<Omit<Prisma.EventUncheckedCreateInput, "days" | "designations" | "registrations">>;

export const DAYS: readonly Day[] = ["2026-04-10", "2026-04-11", "2026-04-12"];

/** An event in Chicago that nobody else's test knows: three days, ended at ENDS_AT, 7.00 a day. */
export function anEvent({
  days = DAYS,
  maximum = 700,
  designations = [],
  ...told
}: EventTold = {}) {
  const endsAt = told.endsAt ?? ENDS_AT;
  return db.event.create({
    data: {
      code: `E-${randomUUID()}`,
      title: "Annual Convention 2026",
      activityTypeName: "Live event",
      learningFormat: "live activity",
      timeZone: "America/Chicago",
      place: "Chicago, Illinois",
      creditTypeName: "AMA PRA Category 1",
      accreditationStatement: "{provider} is accredited by the ACCME.",
      firstOn: dateOf(days.at(0) ?? ""),
      lastOn: dateOf(days.at(-1) ?? ""),
      endsAt,
      ...told,
      days: {
        create: days.map((day, place) => ({
          day: dateOf(day),
          title: `Day ${place + 1}`,
          starts: "08:00",
          ends: "17:00",
          endsAt,
          maximum,
        })),
      },
      designations: { create: designations },
    },
    include: { days: { orderBy: { day: "asc" } } },
  });
}
