import { z } from "zod";

export const remindSchema = z.object({
  eventId: z.uuid(),
  /** Given to the form when it is opened: two clicks ask once. */
  runId: z.uuid(),
  whom: z.enum(["all", "chosen"]),
  registrations: z.array(z.uuid()).max(200),
});

export const unclaimedSchema = z.object({
  after: z.uuid().optional().catch(undefined),
  run: z.uuid().optional().catch(undefined),
});

export type Remind = z.output<typeof remindSchema>;
