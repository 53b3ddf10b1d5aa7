import { SubmitButton } from "./submit-button";

/** Removes a row of a list that nothing refers to; the button stands behind a line that is opened. */
export function RemoveRowForm({
  title,
  unseen,
  removal,
}: {
  title: string;
  /** Which row, and what was shown of it. */
  unseen: Readonly<Record<string, string>>;
  removal: (form: FormData) => void;
}) {
  return (
    <details>
      <summary className="w-fit cursor-pointer text-body text-muted">
        Remove<span className="sr-only">{` ${title}`}</span>
      </summary>
      <form action={removal} className="flex flex-wrap items-center gap-x-6 gap-y-3 pt-3">
        {Object.entries(unseen).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="measure">Nothing refers to it. This cannot be undone.</p>
        <SubmitButton variant="danger" size="compact" pendingLabel="Removing…">
          {`Remove ${title}`}
        </SubmitButton>
      </form>
    </details>
  );
}
