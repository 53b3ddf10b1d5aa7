import { Field } from "./field";
import { FileCheck } from "./file-check";
import { FilterBar } from "./filter-bar";

/** The two ways to ask: the number, or the PDF itself. */
export function VerifyForms({ typed, error }: { typed: string; error?: string }) {
  return (
    <div className="flex flex-col gap-6">
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
