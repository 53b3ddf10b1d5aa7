import { Field } from "./field";
import { FileCheck } from "./file-check";
import { FilterBar } from "./filter-bar";

/** The two ways to ask: the number, or the PDF itself. Below an answer they ask about another. */
export function VerifyForms({
  typed,
  error,
  isAnother = false,
}: {
  typed: string;
  error?: string;
  isAnother?: boolean;
}) {
  return (
    <div className="flex flex-col gap-6">
      {isAnother ? <h2>Check another certificate</h2> : null}
      <FilterBar action="/verify" submitLabel="Verify">
        <Field
          name="number"
          label="Certificate number"
          defaultValue={typed}
          error={error}
          autoComplete="off"
          spellCheck={false}
        />
      </FilterBar>
      <FileCheck />
    </div>
  );
}
