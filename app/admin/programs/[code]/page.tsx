import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Announce } from "@/components/announce";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { ButtonLink } from "@/components/button-link";
import { DataTable } from "@/components/data-table";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { Panel } from "@/components/panel";
import { TermsFacts } from "@/components/terms-facts";
import { TextLink } from "@/components/text-link";
import { newVersionPath, rulePreviewPath } from "@/lib/addresses";
import { formatInstant, formatLongDay, todayIn } from "@/lib/calendar";
import { findProgram } from "@/lib/programs/queries";
import { versionOn } from "@/lib/programs/rules";
import { fromWords } from "@/lib/programs/wording";
import { listUnsaved } from "@/lib/rule-previews/queries";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { NameForm } from "./name-form";

export const metadata: Metadata = { title: "Program" };

/** What was just done, by the address that the form led to. */
const DONE = [
  ["saved", "The version is saved."],
  [
    "added",
    "The program is added. Prepare its first rules: without them no cycle of it is judged.",
  ],
] as const;

export default async function Program({
  params,
  searchParams,
}: PageProps<"/admin/programs/[code]">) {
  await requireRole("change programs");
  const code = decodeURIComponent((await params).code);
  const { timeZone, currency } = await findSettings();
  const today = todayIn(timeZone, new Date());
  const program = await findProgram(code, today);
  if (!program) notFound();
  const unsaved = await listUnsaved(code);
  const search = await searchParams;
  const done = DONE.find(([name]) => search[name] === "now")?.[1];
  const { called, names, versions } = program;
  const now = versionOn(versions, today);
  return (
    <>
      <Breadcrumbs
        steps={[{ label: "Programs", href: "/admin/programs" }, { label: called.code }]}
      />
      <PageHeading title={`${called.code}: ${called.name}`}>
        A cycle is judged by the version in force on its due date; once renewed, it keeps the one it
        was renewed under.
      </PageHeading>
      {done ? (
        <>
          <Announce>{done}</Announce>
          <Notice tone="good">{done}</Notice>
        </>
      ) : null}
      <div>
        <ButtonLink href={newVersionPath(code)} variant="primary">
          {versions.length === 0 ? "First rule version" : "New rule version"}
        </ButtonLink>
      </div>
      {unsaved.length > 0 ? (
        <section className="flex flex-col gap-2">
          <h2>Previews that are not saved</h2>
          <ul className="flex flex-col gap-1">
            {unsaved.map(({ id, fromOn, askedAt, finishedAt, failedAt }) => (
              <li key={id}>
                <TextLink href={rulePreviewPath(code, id)}>{fromWords(fromOn)}</TextLink>
                {`, asked on ${formatInstant(askedAt, timeZone)}: ${stateOf(finishedAt, failedAt)}`}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="flex flex-col gap-4">
        <h2>Rule versions</h2>
        {versions.length === 0 ? <p className="text-muted">None yet.</p> : null}
        {versions.map((version) => (
          <details
            key={version.id}
            open={version === now || version.fromOn > today}
            className="rounded-soft border border-hairline bg-surface p-4"
          >
            <summary className="cursor-pointer font-semibold">
              {`${fromWords(version.fromOn)}: `}
              {version === now ? "in force" : version.fromOn > today ? "coming" : "past"}
            </summary>
            <div className="pt-4">
              <TermsFacts terms={version.terms} currency={currency} />
            </div>
          </details>
        ))}
      </section>
      <DataTable
        caption="Names"
        rows={names}
        rowKey={(name) => name.code}
        columns={[
          { key: "code", header: "Code", rowHeader: true, cell: (name) => name.code },
          { key: "name", header: "Name", cell: ({ name }) => name },
          {
            key: "from",
            header: "From",
            cell: ({ fromOn }) =>
              fromOn <= "1900-01-01" ? "The beginning" : formatLongDay(fromOn),
          },
        ]}
      />
      <Panel title="Add a name">
        <NameForm programCode={code} />
      </Panel>
    </>
  );
}

function stateOf(finishedAt: Date | null, failedAt: Date | null): string {
  if (failedAt) return "it failed";
  return finishedAt ? "finished" : "under way";
}
