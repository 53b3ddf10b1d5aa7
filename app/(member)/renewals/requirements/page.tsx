import type { Metadata } from "next";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { OwnDates } from "@/components/own-dates";
import { PageHeading } from "@/components/page-heading";
import { PageText } from "@/components/page-text";
import { RulesTable } from "@/components/rules-table";
import { TextLink } from "@/components/text-link";
import { pageTextPath } from "@/lib/addresses";
import { todayIn } from "@/lib/calendar";
import { listCyclesToRenew } from "@/lib/certifications/queries";
import { findPageText } from "@/lib/page-texts/queries";
import { PAGES, withShortName } from "@/lib/page-texts/rules";
import { listRulesFrom } from "@/lib/programs/queries";
import { may } from "@/lib/roles/rules";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  const { shortName } = await findSettings();
  return { title: withShortName(PAGES.requirements.title, shortName) };
}

/** How many CECs each credential asks for, what it costs and when it is due. */
export default async function Requirements() {
  const [actor, settings] = await Promise.all([requireActor(), findSettings()]);
  const { shortName, currency } = settings;
  const today = todayIn(settings.timeZone, new Date());
  const [{ text }, programs, cycles] = await Promise.all([
    findPageText("requirements"),
    listRulesFrom(today),
    listCyclesToRenew(actor.memberId, today),
  ]);
  const title = withShortName(PAGES.requirements.title, shortName);
  return (
    <>
      <Breadcrumbs steps={[MY_ACCOUNT, { label: title }]} />
      <PageHeading title={title}>
        How many CECs each renewal asks for, when they are earned, what it costs and when it is due.
      </PageHeading>
      <PageText text={text} shortName={shortName} />
      <p className="flex flex-wrap gap-x-6 gap-y-3">
        <TextLink href={PAGES["what-counts"].path}>
          {withShortName(PAGES["what-counts"].title, shortName)}
        </TextLink>
        {may(actor, "change settings") ? (
          <TextLink href={pageTextPath("requirements")}>Edit this text</TextLink>
        ) : null}
      </p>
      <OwnDates cycles={cycles} />
      <RulesTable programs={programs} about="requirements" currency={currency} />
    </>
  );
}
