import type { Metadata } from "next";
import { ButtonLink } from "@/components/button-link";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { PageHeading } from "@/components/page-heading";
import { ProgramParts } from "@/components/program-parts";
import { TextLink } from "@/components/text-link";
import { newProgramPath, programPath } from "@/lib/addresses";
import { formatLongDay, todayIn } from "@/lib/calendar";
import { listPrograms } from "@/lib/programs/queries";
import { versionOn } from "@/lib/programs/rules";
import { dueWords, feeWords, requiredWords, windowWords } from "@/lib/programs/wording";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "Programs" };

export default async function Programs() {
  await requireRole("change programs");
  const { timeZone, currency } = await findSettings();
  const today = todayIn(timeZone, new Date());
  const programs = await listPrograms(today);
  const rows = programs.map(({ versions, ...program }) => ({
    ...program,
    now: versionOn(versions, today),
    past: versions.filter(({ fromOn }) => fromOn <= today).length - 1,
    coming: versions.map(({ fromOn }) => fromOn).filter((fromOn) => fromOn > today),
  }));
  return (
    <>
      <PageHeading title="Programs">
        What each certification demands today. Open one to read every version of its rules and to
        prepare the next.
      </PageHeading>
      <ProgramParts />
      <div>
        <ButtonLink href={newProgramPath()}>New program</ButtonLink>
      </div>
      {rows.length === 0 ? (
        <EmptyState title="No programs yet">
          Add the first one, or load them from a data file on the command line.
        </EmptyState>
      ) : (
        <DataTable
          caption="Programs"
          captionHidden
          rows={rows}
          rowKey={({ code }) => code}
          columns={[
            {
              key: "program",
              header: "Program",
              rowHeader: true,
              cell: ({ code, called }) => (
                <>
                  <TextLink href={programPath(code)}>{called.code}</TextLink>
                  <span className="block font-normal text-muted">{called.name}</span>
                </>
              ),
            },
            {
              key: "required",
              header: "Required",
              cell: ({ now }) => (now ? requiredWords(now.terms) : "No rules yet"),
            },
            { key: "earned", header: "Earned", cell: ({ now }) => now && windowWords(now.terms) },
            { key: "fee", header: "Fee", cell: ({ now }) => now && feeWords(now.terms, currency) },
            { key: "dates", header: "Dates", cell: ({ now }) => now && dueWords(now.terms) },
            {
              key: "versions",
              header: "Other versions",
              cell: ({ past, coming }) =>
                [
                  past > 0 ? `${past} past` : "",
                  ...coming.map((fromOn) => `one from ${formatLongDay(fromOn)}`),
                ]
                  .filter(Boolean)
                  .join(", "),
            },
          ]}
        />
      )}
    </>
  );
}
