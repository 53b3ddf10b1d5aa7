import type { FormState } from "@/lib/form-state";
import { RemoveRowForm } from "./remove-row-form";
import { type RowField, RowForm } from "./row-form";

type EditableRow = {
  key: string;
  title: string;
  /** Which row, and what was shown of it. */
  unseen: Readonly<Record<string, string>>;
  fields: readonly RowField[];
  /** Whether nothing refers to it, so that it may be removed. */
  isUnused?: boolean;
};

/** Rows that can each be changed where they stand, by a form of their own. */
export function EditableList({
  what,
  rows,
  save,
  removal,
  permalink,
}: {
  /** "format": as a row is called in a sentence. */
  what: string;
  rows: readonly EditableRow[];
  save: (state: FormState, form: FormData) => Promise<FormState>;
  /** Sends the form that removes a row: see `RemovableList`. */
  removal?: (form: FormData) => void;
  permalink: string;
}) {
  return (
    <ul className="flex flex-col divide-y divide-hairline border-y border-hairline">
      {rows.map(({ key, title, isUnused, ...row }, place) => (
        <li key={key} className="flex flex-col gap-2 py-4">
          <h2 className="text-lead font-semibold">{title}</h2>
          <RowForm
            {...row}
            id={`row-${place}`}
            what={what}
            title={title}
            save={save}
            permalink={permalink}
          />
          {removal && isUnused ? (
            <RemoveRowForm title={title} unseen={row.unseen} removal={removal} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
