import type { z } from "zod";
import { isLeftOut } from "@/lib/list-search";
import { Notice } from "./notice";

/** Stands above a list whose address asks for something that the list does not know. */
export function LeftOut({
  schema,
  search,
}: {
  schema: z.ZodObject;
  search: Record<string, string | string[] | undefined>;
}) {
  return isLeftOut(schema, search) ? (
    <Notice tone="warning">
      The address asks for something that this list does not know, or for too long a text. It is
      shown without that.
    </Notice>
  ) : null;
}
