import { TextLink } from "@/components/text-link";

const PARTS = [
  ["/admin/programs/formats", "Formats"],
  ["/admin/programs/providers", "Providers"],
  ["/admin/programs/credit-types", "Credit types"],
  ["/admin/programs/activity-types", "Activity types"],
  ["/admin/programs/professions", "Professions"],
  ["/admin/programs/offices", "Local offices"],
] as const;

/** The ways to what programs, events and members are judged by. */
export function ProgramParts() {
  return (
    <nav aria-label="What rules refer to">
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {PARTS.map(([href, label]) => (
          <li key={href}>
            <TextLink href={href}>{label}</TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
