import type { Route } from "next";
import { NavLink } from "./nav-link";

/** The navigation beside staff's pages, with how much waits in each part; above them on a phone. */
export function SideNav({
  label,
  places,
}: {
  label: string;
  places: readonly { href: Route; label: string; alone?: boolean; waiting?: number }[];
}) {
  return (
    <nav aria-label={label} className="print:hidden lg:w-48 lg:shrink-0">
      <ul className="flex flex-wrap gap-x-6 border-hairline max-lg:border-b lg:flex-col lg:gap-1">
        {places.map(({ href, label: name, alone, waiting }) => (
          <li key={href} className="flex">
            <NavLink href={href} alone={alone}>
              {name}
            </NavLink>
            {waiting ? (
              <span className="ms-2 self-center rounded-soft bg-accent-tint px-2 text-note font-semibold tabular-nums">
                {waiting}
                <span className="sr-only"> waiting</span>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </nav>
  );
}
