import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { FactsList } from "@/components/facts-list";
import { PageHeading } from "@/components/page-heading";
import { TextLink } from "@/components/text-link";
import { adminRenewalsPath, auditsPath, selectionListPath, selectionsPath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import { findSelection } from "@/lib/credit-audit-selections/queries";
import { HOW_IT_IS_DRAWN } from "@/lib/credit-audit-selections/rules";
import { populationWords, renewalsWords, sizeWords } from "@/lib/credit-audit-selections/wording";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "Draw" };

export default async function OneSelection({
  params,
}: PageProps<"/admin/renewals/audits/selections/[selectionId]">) {
  await requireRole("follow renewals");
  const [selection, { timeZone }] = await Promise.all([
    findSelection((await params).selectionId),
    findSettings(),
  ]);
  if (!selection) notFound();
  const { id, drawn, population, seed, candidatesHash, drawnAt, by, size, sizeUnit } = selection;
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Renewals", href: adminRenewalsPath() },
          { label: "Audits", href: auditsPath() },
          { label: "Draws", href: selectionsPath() },
          { label: formatInstant(drawnAt, timeZone) },
        ]}
      />
      <PageHeading title={`${renewalsWords(drawn)} drawn`}>
        {`Drawn on ${formatInstant(drawnAt, timeZone)}.`}
      </PageHeading>
      <p>
        <TextLink href={auditsPath({ draw: id })}>The audits of this draw</TextLink>
      </p>
      <FactsList
        facts={[
          { name: "By", fact: by },
          { name: "Seed", fact: <span className="wrap-anywhere">{seed}</span> },
          { name: "From", fact: populationWords(selection) },
          { name: "Asked for", fact: sizeWords({ size, unit: sizeUnit }) },
          { name: "Drawn", fact: `${drawn} of ${renewalsWords(population)}` },
          {
            name: "SHA-256 of the list",
            fact: <span className="wrap-anywhere">{candidatesHash}</span>,
          },
        ]}
      />
      <p className="measure">{HOW_IT_IS_DRAWN}</p>
      <p>
        <a className="words-link" href={selectionListPath(id)}>
          Download the list as CSV
        </a>
      </p>
    </>
  );
}
