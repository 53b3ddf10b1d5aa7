import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { PageHeading } from "@/components/page-heading";
import { PageText } from "@/components/page-text";
import { Panel } from "@/components/panel";
import { TextLink } from "@/components/text-link";
import { formatInstant } from "@/lib/calendar";
import { fullName } from "@/lib/members/rules";
import { findPageText } from "@/lib/page-texts/queries";
import { isPageName, PAGES, withShortName } from "@/lib/page-texts/rules";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { TextForm } from "./text-form";

export const metadata: Metadata = { title: "Edit a text" };

export default async function EditText({ params }: PageProps<"/admin/texts/[name]">) {
  await requireRole("change settings");
  const { name } = await params;
  if (!isPageName(name)) notFound();
  const [{ text, version, changedAt, changedBy }, { shortName, timeZone }] = await Promise.all([
    findPageText(name),
    findSettings(),
  ]);
  const title = withShortName(PAGES[name].title, shortName);
  return (
    <>
      <Breadcrumbs steps={[{ label: "Texts", href: "/admin/texts" }, { label: title }]} />
      <PageHeading title={title}>
        {changedAt
          ? `Last changed on ${formatInstant(changedAt, timeZone)}${changedBy ? ` by ${fullName(changedBy)}` : ""}.`
          : "This is the text as it came with the product."}
      </PageHeading>
      <p>
        <TextLink href={PAGES[name].path}>The page as members read it</TextLink>
      </p>
      <Panel title="The text that stands">
        <PageText text={text} shortName={shortName} />
      </Panel>
      <TextForm name={name} text={text} version={version} shortName={shortName} />
    </>
  );
}
