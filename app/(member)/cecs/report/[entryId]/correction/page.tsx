import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { PageHeading } from "@/components/page-heading";
import { entryPath } from "@/lib/addresses";
import { findEntry } from "@/lib/entries/queries";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { CorrectionForm } from "./correction-form";

export const metadata: Metadata = { title: "Request a correction" };

export default async function RequestCorrection({
  params,
}: PageProps<"/cecs/report/[entryId]/correction">) {
  const { memberId } = await requireActor();
  const { entryId } = await params;
  const [entry, settings] = await Promise.all([findEntry(memberId, entryId), findSettings()]);
  if (!entry) notFound();
  const back = entryPath(entryId);
  if (entry.state !== "accepted") redirect(back);
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: `My ${settings.shortName}`, href: "/account" },
          { label: "CEC Dashboard", href: "/cecs" },
          { label: entry.title, href: back },
          { label: "Request a correction" },
        ]}
      />
      <PageHeading title="Request a correction">
        {`Say what is wrong with ${entry.title}. Your request goes to ${settings.creditsEmail}, and the entry stays as it is until it is decided.`}
      </PageHeading>
      <CorrectionForm entryId={entryId} back={back} />
    </>
  );
}
