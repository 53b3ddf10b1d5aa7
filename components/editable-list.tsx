import type { ReactNode } from "react";

/** Rows that can each be changed where they stand, by a form of their own. */
export function EditableList({
  rows,
}: {
  rows: readonly { key: string; title: string; form: ReactNode }[];
}) {
  return (
    <ul className="flex flex-col divide-y divide-hairline border-y border-hairline">
      {rows.map(({ key, title, form }) => (
        <li key={key} className="flex flex-col gap-2 py-4">
          <h2 className="text-lead font-semibold">{title}</h2>
          {form}
        </li>
      ))}
    </ul>
  );
}
