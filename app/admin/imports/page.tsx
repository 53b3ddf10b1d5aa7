import type { Metadata } from "next";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { ImportUploadForm } from "@/components/import-upload-form";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { TextLink } from "@/components/text-link";
import { importRunPath, importsPath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import { isId } from "@/lib/ids";
import { listRuns } from "@/lib/import-runs/queries";
import { isRefusal, STATE_WORDS } from "@/lib/import-runs/rules";
import { KINDS } from "@/lib/imports/kinds";
import { capital } from "@/lib/sentences";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "Imports" };

export default async function Imports({ searchParams }: PageProps<"/admin/imports">) {
  await requireRole("import files");
  const { after, refused, kind } = await searchParams;
  const from = typeof after === "string" && isId(after) ? after : null;
  const [{ runs, next }, { timeZone }] = await Promise.all([listRuns(from), findSettings()]);
  return (
    <>
      <PageHeading title="Imports">
        A file is checked first and imported when you confirm it: whole, or not at all.
      </PageHeading>
      <ImportUploadForm
        title="Import a file"
        kind={KINDS.find(({ name }) => name === kind)?.name}
        refused={isRefusal(refused) ? refused : undefined}
      />
      {runs.length === 0 ? (
        <EmptyState title="No imports yet">Files that were uploaded here are listed.</EmptyState>
      ) : (
        <>
          <DataTable
            caption="Uploaded files"
            rows={runs}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "file",
                header: "File",
                rowHeader: true,
                cell: ({ id, fileName }) => (
                  <span className="wrap-anywhere">
                    <TextLink href={importRunPath(id)}>{fileName}</TextLink>
                  </span>
                ),
              },
              { key: "kind", header: "Holds", cell: ({ kind }) => capital(kind.replace("-", " ")) },
              { key: "state", header: "State", cell: ({ state }) => STATE_WORDS[state] },
              { key: "by", header: "Uploaded by", cell: ({ uploader }) => uploader },
              {
                key: "at",
                header: "Uploaded",
                cell: ({ uploadedAt }) => formatInstant(uploadedAt, timeZone),
              },
            ]}
          />
          <Pager
            older={next ? importsPath({ after: next }) : undefined}
            newer={from ? importsPath() : undefined}
            labels={{ newer: "Latest", older: "Older" }}
          />
        </>
      )}
    </>
  );
}
