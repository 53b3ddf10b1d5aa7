import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { CertificateSheet } from "@/components/certificate-sheet";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { TextLink } from "@/components/text-link";
import { eventDeskPath, eventsDeskPath, previewPath } from "@/lib/addresses";
import { INVENTED, type Invented, previewFacts } from "@/lib/certificate-previews/rules";
import { publicUrl } from "@/lib/env";
import { findSetUp } from "@/lib/events/queries";
import { findLogoShape } from "@/lib/logos/queries";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "Preview of the certificate" };

export default async function Preview({
  params,
  searchParams,
}: PageProps<"/admin/events/[eventId]/preview">) {
  await requireRole("set up events");
  const [event, settings] = await Promise.all([findSetUp((await params).eventId), findSettings()]);
  if (!event) notFound();
  const who: Invented = (await searchParams).for === "other" ? "other" : "physician";
  const issue = { now: new Date(), address: publicUrl() };
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Events", href: eventsDeskPath() },
          { label: event.title, href: eventDeskPath(event.id) },
          { label: "Preview" },
        ]}
      />
      <PageHeading title="Preview of the certificate">{event.title}</PageHeading>
      <nav aria-label="For whom" className="flex flex-wrap gap-x-6 gap-y-2">
        {(Object.keys(INVENTED) as Invented[]).map((each) =>
          each === who ? (
            <span key={each} aria-current="page" className="font-semibold">
              {INVENTED[each].label}
            </span>
          ) : (
            <TextLink key={each} href={previewPath(event.id, each)}>
              {INVENTED[each].label}
            </TextLink>
          ),
        )}
      </nav>
      {event.days.length === 0 ? (
        <Notice tone="note">Add the days of the event first: the certificate names them.</Notice>
      ) : (
        <>
          <Notice tone="note" title="Preview">
            The member is invented and claimed every day whole. Nothing is issued or kept, and there
            is no number.
          </Notice>
          <CertificateSheet
            facts={previewFacts(event, who, settings, issue)}
            logo={await findLogoShape(settings.logoSha256)}
          />
          <p>
            <a className="words-link" href={`/admin/events/${event.id}/preview/pdf?for=${who}`}>
              View as PDF
            </a>
          </p>
        </>
      )}
    </>
  );
}
