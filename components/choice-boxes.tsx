import { FieldError } from "./field-error";

/** Choices to tick, any number of them; the form sends `name` once for each. */
export function ChoiceBoxes({
  legend,
  description,
  name,
  id = name,
  choices,
  chosen,
  error,
}: {
  legend: string;
  description?: string;
  name: string;
  /** Needed when the same name stands twice on a page. */
  id?: string;
  choices: readonly { value: string; label: string }[];
  chosen: readonly string[];
  error?: string;
}) {
  const words = [error ? `${id}-error` : "", description ? `${id}-description` : ""];
  return (
    <fieldset
      className="flex min-w-0 flex-col gap-1"
      aria-describedby={words.filter(Boolean).join(" ") || undefined}
    >
      <legend className="pb-1 text-body font-semibold">{legend}</legend>
      {description ? (
        <p id={`${id}-description`} className="measure text-body text-muted">
          {description}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        {choices.map(({ value, label }) => {
          const isChosen = chosen.includes(value);
          return (
            <label key={value} className="flex items-center gap-2 py-1 text-body">
              <input
                // React puts a form back after its action but leaves the first tick standing.
                key={String(isChosen)}
                type="checkbox"
                name={name}
                value={value}
                defaultChecked={isChosen}
                aria-invalid={error ? true : undefined}
                className="size-6 shrink-0 rounded-soft"
              />
              {label}
            </label>
          );
        })}
      </div>
      <FieldError id={id} wrong={error} />
    </fieldset>
  );
}
