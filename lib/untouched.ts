import { z } from "zod";

const openedSchema = z.record(z.string(), z.string());

/** The fields that say what the form was opened with. Undefined: this form doesn't tell. */
export function untouchedOf(values: Readonly<Record<string, string>>): string[] | undefined {
  if (values.opened === undefined) return undefined;
  const { data = {} } = openedSchema.safeParse(parsed(values.opened));
  // Line breaks are sent as another system's.
  const sent = (name: string) => (values[name] ?? "").replaceAll(/\r\n?/g, "\n");
  return Object.entries(data).flatMap(([name, stood]) => (sent(name) === stood ? [name] : []));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
