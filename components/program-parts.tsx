import { LinkTab } from "./link-tab";

const PARTS = [
  ["/admin/programs/formats", "Formats"],
  ["/admin/programs/providers", "Providers"],
  ["/admin/programs/credit-types", "Credit types"],
  ["/admin/programs/activity-types", "Activity types"],
  ["/admin/programs/professions", "Professions"],
  ["/admin/programs/offices", "Local offices"],
] as const;

type Part = (typeof PARTS)[number][0];

/** The ways to what programs, events and members are judged by; on one of these pages it is marked. */
export function ProgramParts({ here }: { here?: Part }) {
  return (
    <nav aria-label="What rules refer to" className="border-b border-hairline print:hidden">
      <ul className="flex flex-wrap gap-x-6">
        {PARTS.map(([href, label]) => (
          <li key={href}>
            <LinkTab href={href} isHere={href === here}>
              {label}
            </LinkTab>
          </li>
        ))}
      </ul>
    </nav>
  );
}
