import type { Route } from "next";
import Link from "next/link";
import type { LogoShape } from "@/lib/logos/rules";
import { AccountMenu } from "./account-menu";
import { AssociationMark } from "./association-mark";
import { ButtonLink } from "./button-link";
import { LinkPending } from "./link-pending";
import { LogoPicture } from "./logo-picture";
import { NavLink } from "./nav-link";

const line =
  "flex min-h-11 w-full items-center px-4 text-start text-body hover:bg-accent-tint focus-visible:-outline-offset-2";

export function SiteHeader({
  associationName,
  shortName,
  logo,
  viewer,
  signOut,
}: {
  associationName: string;
  shortName: string;
  logo: LogoShape | null;
  viewer: { name: string; isStaff: boolean; isOfficer: boolean } | null;
  /** The action behind "Sign out". */
  signOut: () => Promise<void>;
}) {
  const places: { href: Route; label: string }[] = [
    { href: "/account", label: `My ${shortName}` },
    { href: "/profile", label: "My Profile" },
    ...(viewer?.isOfficer ? [{ href: "/office" as const, label: "Local office" }] : []),
    ...(viewer?.isStaff ? [{ href: "/admin" as const, label: "Admin panel" }] : []),
  ];
  return (
    <header className="border-b border-hairline bg-surface">
      <div className="page-width flex min-h-16 flex-wrap items-center gap-x-6 py-2">
        {/* A long name breaks: the account, whose panel opens inwards, stays at the end of its line. */}
        <div className="min-w-0 flex-1">
          <Link
            href="/"
            prefetch={false}
            className="flex min-h-11 w-fit max-w-full items-center gap-3 font-serif text-lead font-semibold leading-tight"
          >
            {/* Its name stands beside it. */}
            {logo ? <LogoPicture {...logo} alt="" size="line" /> : <AssociationMark />}
            <span className="max-sm:hidden">{associationName}</span>
            <span className="sm:hidden">{shortName}</span>
            <LinkPending />
          </Link>
        </div>
        {viewer ? (
          <>
            <nav
              aria-label="Main"
              className="flex flex-wrap gap-x-6 max-md:order-last max-md:w-full print:hidden"
            >
              <NavLink href="/events">CME Tracker</NavLink>
              <NavLink href="/cecs">CECs</NavLink>
              <NavLink href="/renewals">Renewals</NavLink>
            </nav>
            <div className="print:hidden">
              <AccountMenu>
                <p className="border-b border-hairline px-4 pt-1 pb-3">
                  <span className="block text-note text-muted">Signed in as</span>
                  <span className="block font-semibold">{viewer.name}</span>
                </p>
                <ul className="py-1">
                  {places.map(({ href, label }) => (
                    <li key={href}>
                      <Link href={href} prefetch={false} className={line}>
                        {label}
                        <LinkPending />
                      </Link>
                    </li>
                  ))}
                </ul>
                <form action={signOut} className="border-t border-hairline pt-1">
                  <button type="submit" className={line}>
                    Sign out
                  </button>
                </form>
              </AccountMenu>
            </div>
          </>
        ) : (
          <ButtonLink href="/login" size="compact">
            Login
          </ButtonLink>
        )}
      </div>
    </header>
  );
}
