import { z } from "zod";

/** The order that an address asks of a list; nothing for a word that the list does not know. */
export const sorted = <Word extends string>(words: readonly Word[]) =>
  z.enum(words).optional().catch(undefined);

/**
 * Whether an address asks for something that its list leaves out, because it does not know it or it is
 * too long. What a form sends of an empty field asks for nothing.
 */
export function isLeftOut(
  schema: z.ZodObject,
  search: Readonly<Record<string, string | string[] | undefined>>,
): boolean {
  return Object.entries(schema.shape).some(([name, field]) => {
    const asked = search[name];
    if (asked === undefined || asked === "" || !(field instanceof z.ZodCatch)) return false;
    return !z.safeParse(field.unwrap(), asked).success;
  });
}
