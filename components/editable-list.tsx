import type { FormState } from "@/lib/form-state";
import { type RowField, RowForm } from "./row-form";

type Row = {
  key: string;
  title: string;
  /** Which row, and what was shown of it. */
  unseen: Readonly<Record<string, string>>;
  fields: readonly RowField[];
};

/** Rows that can each be changed where they stand, by a form of their own. */
export function EditableList({
  what,
  rows,
  save,
  permalink,
}: {
  /** "format": as a row is called in a sentence. */
  what: string;
  rows: readonly Row[];
  save: (state: FormState, form: FormData) => Promise<FormState>;
  permalink: string;
}) {
  return (
    <ul className="flex flex-col divide-y divide-hairline border-y border-hairline">
      {rows.map(({ key, title, ...row }, place) => (
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
        </li>
      ))}
    </ul>
  );
}
