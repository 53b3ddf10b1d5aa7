import { Prisma } from "@/prisma/generated/client";

/** The credits that stand of a claimed day `c`, in SQL: those of its latest correction, else as claimed. */
export const standingCredits = Prisma.sql`
  coalesce((SELECT n.new_credits FROM corrections n
    WHERE n.registration_id = c.registration_id AND n.event_day_id = c.event_day_id
    ORDER BY n.number DESC LIMIT 1), c.credits)`;
