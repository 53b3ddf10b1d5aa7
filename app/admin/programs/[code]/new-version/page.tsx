import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { PageHeading } from "@/components/page-heading";
import { programPath } from "@/lib/addresses";
import { todayIn } from "@/lib/calendar";
import { listCreditTypes } from "@/lib/credit-types/queries";
import { listFormats } from "@/lib/formats/queries";
import { findProgram } from "@/lib/programs/queries";
import { versionOn } from "@/lib/programs/rules";
import { draftOf, FIRST_DRAFT } from "@/lib/rule-drafts/rules";
import { findPreview } from "@/lib/rule-previews/queries";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { VersionForm } from "./version-form";

export const metadata: Metadata = { title: "New rule version" };

export default async function NewVersion({
  params,
  searchParams,
}: PageProps<"/admin/programs/[code]/new-version">) {
  await requireRole("change programs");
  const code = decodeURIComponent((await params).code);
  const { from } = await searchParams;
  const { timeZone } = await findSettings();
  const today = todayIn(timeZone, new Date());
  const [program, preview, formats, creditTypes] = await Promise.all([
    findProgram(code, today),
    typeof from === "string" ? findPreview(from) : null,
    listFormats(),
    listCreditTypes(),
  ]);
  if (!program || (preview && preview.programCode !== code)) notFound();
  const now = versionOn(program.versions, today);
  const terms = now && program.termsFrom.get(now.fromOn);
  const draft = preview
    ? draftOf(code, preview.fromOn, preview.terms)
    : draftOf(code, "", terms ?? FIRST_DRAFT);
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Programs", href: "/admin/programs" },
          { label: program.called.code, href: programPath(code) },
          { label: "New rule version" },
        ]}
      />
      <PageHeading title={`New rule version of ${program.called.code}`}>
        {preview
          ? "This is what you previewed. Change it and preview it again."
          : terms
            ? "This is the version in force today. Change what is new, then look at what it does; nothing is saved yet."
            : "No rules are in force today. Enter what the program demands, then look at what it does; nothing is saved yet."}
      </PageHeading>
      <VersionForm
        draft={draft}
        formats={formats.map(({ name }) => name)}
        creditTypes={creditTypes.map(({ name }) => name)}
      />
    </>
  );
}
