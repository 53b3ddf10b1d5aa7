import { DataTable } from "@/components/data-table";
import { Notice } from "@/components/notice";
import type { Merge } from "@/lib/merges/queries";
import { profileRows, wordsForNothing } from "@/lib/merges/wording";

/** What the merge would do: the two profiles, every table that it touches, and what forbids it. */
export function Preview({
  merge,
  offices,
}: {
  merge: Merge;
  offices: ReadonlyMap<string, string>;
}) {
  const { plan, parts } = merge;
  const touched = parts.filter(({ moves, stays }) => moves + stays > 0);
  const untouched = parts.filter(({ moves, stays }) => moves + stays === 0);
  return (
    <>
      {plan.refusals.length > 0 ? (
        <Notice tone="bad" title="These two can't be merged yet.">
          <ul className="list-disc ps-5">
            {plan.refusals.map((refusal) => (
              <li key={refusal}>{refusal}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
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
            header: "Why it stays",
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
      {untouched.length > 0 ? (
        <p className="measure text-body text-muted">{wordsForNothing(untouched)}</p>
      ) : null}
    </>
  );
}
