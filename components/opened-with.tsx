import type { FormState } from "@/lib/form-state";

/**
 * What a form that changes something was opened with, sent back unseen: `seen` names the version that
 * it showed, `fields` say what stood in each field. A refusal keeps both, also where the page is made
 * again without JavaScript; after a conflict they are those of what stands now.
 */
export function OpenedWith({
  state: { values, untouched },
  seen,
  fields,
}: {
  state: FormState;
  seen: Readonly<Record<string, string | number>>;
  fields: Readonly<Record<string, string | number | boolean | null | undefined>>;
}) {
  const kept = untouched ? undefined : values;
  const opened = Object.entries(fields).map(([name, value]) => [name, asSent(value)]);
  const sent = { ...seen, opened: JSON.stringify(Object.fromEntries(opened)) };
  return Object.entries(sent).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={kept?.[name] ?? value} />
  ));
}

/** As a browser sends it; nothing of a box that isn't ticked. */
function asSent(value: string | number | boolean | null | undefined): string {
  if (typeof value === "boolean") return value ? "on" : "";
  return String(value ?? "");
}
