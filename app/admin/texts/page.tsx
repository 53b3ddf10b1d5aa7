import type { Metadata } from "next";
import { PageHeading } from "@/components/page-heading";
import { TextLink } from "@/components/text-link";
import { pageTextPath } from "@/lib/addresses";
import { PAGE_NAMES, PAGES, withShortName } from "@/lib/page-texts/rules";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "Texts" };

export default async function Texts() {
  await requireRole("change settings");
  const { shortName } = await findSettings();
  return (
    <>
      <PageHeading title="Texts">
        Pages that say in your own words what the rules say in figures.
      </PageHeading>
      <ul className="flex flex-col gap-3">
        {PAGE_NAMES.map((name) => (
          <li key={name}>
            <TextLink href={pageTextPath(name)}>
              {withShortName(PAGES[name].title, shortName)}
            </TextLink>
          </li>
        ))}
      </ul>
    </>
  );
}
