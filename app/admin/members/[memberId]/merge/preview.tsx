import { DataTable } from "@/components/data-table";
import type { Merge } from "@/lib/merges/queries";
import { profileRows } from "@/lib/merges/wording";
import { Refusals } from "./refusals";

/** What the merge would do: the two profiles, every table that it touches, and what forbids it. */
export function Preview({
  merge,
  offices,
}: {
  merge: Merge;
  offices: ReadonlyMap<string, string>;
}) {
  const { plan, parts } = merge;
  const isRefused = plan.refusals.length > 0;
  return (
    <>
      {isRefused ? <Refusals merge={merge} /> : null}
      <DataTable
        caption="The two records"
        rows={profileRows(merge, offices)}
        rowKey={({ label }) => label}
        columns={[
          { key: "label", header: "What", rowHeader: true, cell: ({ label }) => label },
          { key: "kept", header: "This record, which is kept", cell: ({ kept }) => kept },
          { key: "other", header: "The other record", cell: ({ other }) => other },
          { key: "becomes", header: "Afterwards", cell: ({ becomes }) => becomes },
        ]}
      />
      {isRefused ? null : <Moves parts={parts} />}
    </>
  );
}

/** Every table that has something of the other record; what was found empty only for who asks. */
function Moves({ parts }: { parts: Merge["parts"] }) {
  const touched = parts.filter(({ moves, stays }) => moves + stays > 0);
  const untouched = parts.filter(({ moves, stays }) => moves + stays === 0);
  return (
    <>
      {touched.length > 0 ? (
        <DataTable
          caption="What of the other record moves here"
          rows={touched}
          rowKey={({ table }) => table}
          columns={[
            { key: "what", header: "What", rowHeader: true, cell: ({ what }) => what },
            { key: "moves", header: "Moves", align: "end", cell: ({ moves }) => moves },
            { key: "stays", header: "Stays", align: "end", cell: ({ stays }) => stays },
            {
              key: "why",
              header: "Why",
              cell: ({ whys }) =>
                whys.length === 0 ? null : (
                  <ul className="flex flex-col gap-1">
                    {whys.map((why) => (
                      <li key={why}>{why}</li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      ) : null}
      {untouched.length > 0 ? (
        <div className="flex flex-col gap-2">
          <p>
            {touched.length > 0
              ? "Nothing else is on the other record."
              : "Nothing is on the other record."}
          </p>
          <details>
            <summary className="cursor-pointer text-muted">What it has nothing of</summary>
            <ul className="mt-2 list-disc ps-5 text-body text-muted">
              {untouched.map(({ table, what }) => (
                <li key={table}>{what}</li>
              ))}
            </ul>
          </details>
        </div>
      ) : null}
    </>
  );
}
