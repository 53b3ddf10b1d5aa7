import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeading } from "@/components/page-heading";
import { TextLink } from "@/components/text-link";
import { requireActor } from "@/lib/session";
import { findWaiting } from "@/lib/waiting/queries";
import { countOf, sectionsFor } from "./sections";

export const metadata: Metadata = { title: "Admin panel" };

/** What waits for staff, and the way to everything they do. */
export default async function AdminPanel() {
  const sections = sectionsFor(await requireActor());
  if (sections.length === 0) notFound();
  const waiting = await findWaiting();
  return (
    <>
      <PageHeading title="Admin panel">What waits comes first; then the rest.</PageHeading>
      <ul className="flex flex-col divide-y divide-hairline border-y border-hairline">
        {sections
          .map((section) => ({ ...section, count: countOf(section, waiting) }))
          .toSorted((a, b) => Number(b.count > 0) - Number(a.count > 0))
          .map(({ href, label, about, count }) => (
            <li
              key={href}
              className="flex flex-col items-start gap-x-4 gap-y-1 py-3 sm:grid sm:grid-cols-[8rem_1fr_auto] sm:items-baseline"
            >
              <span>
                <TextLink href={href}>{label}</TextLink>
              </span>
              <span className="text-body text-muted">{about}</span>
              {count > 0 ? (
                <span className="text-body font-semibold">{`${count} waiting`}</span>
              ) : null}
            </li>
          ))}
      </ul>
    </>
  );
}
