import { z } from "zod";
import { searched } from "@/lib/form-fields";
import { sorted } from "@/lib/list-search";

const MEMBER_SORTS = ["name", "name-back", "number", "number-back", "newest", "oldest"] as const;
export type MemberSort = (typeof MEMBER_SORTS)[number];

const MEMBER_STATES = ["active", "retired", "merged"] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

/** What of the members is listed and in which order, as it stands in the address. */
export const memberListSchema = z.object({
  q: searched,
  state: z.enum(MEMBER_STATES).optional().catch(undefined),
  profession: searched,
  office: z.uuid().optional().catch(undefined),
  program: searched,
  sort: sorted(MEMBER_SORTS),
  after: z.uuid().nullable().default(null).catch(null),
});

type MemberList = z.output<typeof memberListSchema>;
export type MemberFilters = Partial<
  Pick<MemberList, "state" | "profession" | "office" | "program">
>;
