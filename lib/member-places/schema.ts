import { z } from "zod";

/** Where the list of a member's events goes on, as it stands in the address of their page. */
export const memberPlacesSchema = z.object({ events: z.uuid().optional().catch(undefined) });
