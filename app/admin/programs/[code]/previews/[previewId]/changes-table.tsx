import { DataTable } from "@/components/data-table";
import { TextLink } from "@/components/text-link";
import { directoryPath } from "@/lib/addresses";
import { formatDays } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import { fullName } from "@/lib/members/rules";
import { listed } from "@/lib/renewals/wording";
import type { Change, Standing } from "@/lib/rule-previews/rules";

type Named = { firstName: string; lastName: string; memberNumber: string | null };

/** The members whom a version changes most, with how they stand today and would stand then. */
export function ChangesTable({
  caption,
  none,
  changes,
  of,
  names,
}: {
  caption: string;
  /** What to say when there is nobody. */
  none: string;
  changes: readonly Change[];
  /** How many there are; not all of them are shown. */
  of: number;
  names: ReadonlyMap<string, Named>;
}) {
  if (changes.length === 0) {
    return (
      <section className="flex flex-col gap-2">
        <h2>{caption}</h2>
        <p>{none}</p>
      </section>
    );
  }
  return (
    <DataTable
      caption={of > changes.length ? `${caption}: the ${changes.length} most of ${of}` : caption}
      rows={changes}
      rowKey={({ memberId, startsOn }) => `${memberId}-${startsOn}`}
      columns={[
        {
          key: "member",
          header: "Member",
          rowHeader: true,
          cell: ({ memberId }) => {
            const member = names.get(memberId);
            return (
              <TextLink href={directoryPath(memberId)}>
                {member ? fullName(member) : "A member"}
              </TextLink>
            );
          },
        },
        {
          key: "number",
          header: "Member number",
          cell: ({ memberId }) => names.get(memberId)?.memberNumber,
        },
        {
          key: "cycle",
          header: "Cycle",
          cell: ({ startsOn, endsOn, beside = [] }) => {
            const company = beside.length > 0 ? `, with ${listed(beside)}` : "";
            return formatDays(startsOn, endsOn) + company;
          },
        },
        { key: "before", header: "Today", cell: ({ before }) => standing(before) },
        { key: "after", header: "Then", cell: ({ after }) => standing(after) },
        {
          key: "by",
          header: "Difference",
          align: "end",
          cell: ({ by }) => `${printCredits(Math.abs(by))} ${by > 0 ? "less" : "more"} to go`,
        },
      ]}
    />
  );
}

function standing({ required, counted, outstanding }: Standing): string {
  const rest = outstanding > 0 ? `${printCredits(outstanding)} to go` : "enough";
  return `${printCredits(counted)} of ${printCredits(required)}, ${rest}`;
}
