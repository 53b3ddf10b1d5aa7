/** A row's box of a form about many registrations. */
export function ChoiceBox({ value, label }: { value: string; label: string }) {
  return (
    <input
      type="checkbox"
      name="registrations"
      value={value}
      aria-label={label}
      className="size-6 shrink-0 rounded-soft accent-accent"
    />
  );
}
