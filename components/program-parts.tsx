import { TextLink } from "@/components/text-link";

/** The ways to what programs are judged by. */
export function ProgramParts() {
  return (
    <nav aria-label="What rules refer to">
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        <li>
          <TextLink href="/admin/programs/formats">Formats</TextLink>
        </li>
        <li>
          <TextLink href="/admin/programs/providers">Providers</TextLink>
        </li>
        <li>
          <TextLink href="/admin/programs/credit-types">Credit types</TextLink>
        </li>
      </ul>
    </nav>
  );
}
