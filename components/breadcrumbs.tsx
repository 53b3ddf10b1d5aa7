import type { Route } from "next";
import { TextLink } from "./text-link";

/** The first step of a member's pages, named as the menu that leads there. */
export const MY_ACCOUNT = { label: "My Account", href: "/account" } as const;

/** The way back up. The last step is the page itself and takes no address. */
export function Breadcrumbs({ steps }: { steps: readonly { label: string; href?: Route }[] }) {
  return (
    <nav aria-label="Breadcrumb" className="text-body text-muted print:hidden">
      <ol className="flex flex-wrap items-baseline gap-x-2 wrap-anywhere">
        {steps.map((step, place) => (
          <li key={step.label} className="flex min-w-0 items-baseline gap-2">
            {place > 0 ? <span aria-hidden="true">›</span> : null}
            {step.href ? (
              <TextLink href={step.href}>{step.label}</TextLink>
            ) : (
              <span aria-current="page">{step.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
