import type { Route } from "next";
import { TextLink } from "@/components/text-link";

/** What stands beside the steps of a renewal. */
export function RenewalLinks({ shortName }: { shortName: string }) {
  const links = [
    { href: "/renewals/requirements", label: `${shortName} CEC Requirements` },
    { href: "/renewals/what-counts", label: "What counts as a CEC" },
  ];
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-2">
      {links.map(({ href, label }) => (
        <li key={href}>
          <TextLink href={href as Route}>{label}</TextLink>
        </li>
      ))}
    </ul>
  );
}
