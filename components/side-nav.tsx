"use client";

import { ChevronDown } from "lucide-react";
import type { Route } from "next";
import { usePathname } from "next/navigation";
import { isAt, NavLink } from "./nav-link";

/**
 * The navigation beside staff's pages, with how much waits in each part. On a phone it stands above
 * them as one line, which says where one is; its list follows it there while it is open.
 */
export function SideNav({
  label,
  places,
}: {
  label: string;
  places: readonly { href: Route; label: string; alone?: boolean; waiting?: number }[];
}) {
  const here = usePathname();
  const place = places.find((each) => isAt(each, here));
  const inAll = places.reduce((sum, { waiting = 0 }) => sum + waiting, 0);
  return (
    <nav
      aria-label={label}
      className="border-hairline max-lg:border-b lg:w-48 lg:shrink-0 print:hidden"
    >
      {/* A new one on each page: what was opened to go there is closed again. */}
      <details key={here} className="peer group lg:hidden">
        <summary className="flex min-h-11 list-none items-center gap-1 text-body font-semibold hover:text-accent-deep [&::-webkit-details-marker]:hidden">
          <span className="sr-only">{label} sections: </span>
          {place?.label ?? label}
          {inAll ? <span className="font-normal text-muted">· {inAll} waiting in all</span> : null}
          <ChevronDown
            aria-hidden="true"
            className="ms-auto size-4 transition-transform group-open:rotate-180"
          />
        </summary>
      </details>
      <ul className="grid grid-cols-2 gap-x-6 max-lg:pb-3 max-lg:peer-not-open:hidden sm:grid-cols-3 lg:flex lg:flex-col">
        {places.map(({ href, label: name, alone, waiting }) => (
          <li key={href} className="flex">
            <NavLink href={href} alone={alone} look="list">
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
