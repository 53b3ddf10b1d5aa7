import type { FormState } from "@/lib/form-state";

/** The codes that a form's answer holds, if it does: they are shown this once. */
export function RecoveryCodes({ state }: { state: FormState }) {
  if (!state.shownOnce) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>Your recovery codes</h2>
      <p className="measure">
        Print them or write them down now: they are not shown again. Each stands in for a code once,
        when you do not have your phone.
      </p>
      <ol className="grid max-w-120 list-inside list-decimal gap-2 tabular-nums sm:grid-cols-2">
        {state.shownOnce.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
    </section>
  );
}
