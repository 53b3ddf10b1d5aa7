import { contentDisposition } from "@/lib/attachment";
import { CSV_MARK, csvLine } from "@/lib/csv";
import { findRun, listRemarks } from "@/lib/import-runs/queries";
import { resultWords } from "@/lib/import-runs/rules";
import { may } from "@/lib/roles/rules";
import { findActor } from "@/lib/session";

/** What became of a file, with its counts, and what was said of its lines; for a spreadsheet. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/admin/imports/[runId]/report">,
) {
  const actor = await findActor();
  const run = actor && may(actor, "import files") ? await findRun((await params).runId) : null;
  if (!run) return new Response("Not found", { status: 404 });
  const remarks = await listRemarks(run.id);
  const lines = remarks.map(({ line, column, sentence }) => [String(line), column, sentence]);
  const result = resultWords(run);
  const csv =
    CSV_MARK +
    [["line", "column", "what"], ...(result ? [["", "", result]] : []), ...lines]
      .map(csvLine)
      .join("");
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": contentDisposition("attachment", `Report on ${run.fileName}`),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
