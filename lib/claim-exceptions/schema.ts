import { z } from "zod";
import { type Day, isDay } from "@/lib/calendar";
import { isId } from "@/lib/ids";

/** The last of the page before: its registration, which has several days, and the day. */
export type AfterException = { id: string; day: Day };

/** "id~2026-04-12", as the address of the next page says it. */
export function printAfterException({ id, day }: AfterException): string {
  return `${id}~${day}`;
}

/** Null: the first page, which also answers what makes no sense. */
function readAfterException(text: string): AfterException | null {
  const [id = "", day = ""] = text.split("~");
  return isId(id) && isDay(day) ? { id, day } : null;
}

export const exceptionListSchema = z.object({
  after: z.string().transform(readAfterException).nullable().catch(null),
});
