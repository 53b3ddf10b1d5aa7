import { notFound } from "next/navigation";
import { contentDisposition } from "@/lib/attachment";
import { findCandidatesOf } from "@/lib/audit-selections/queries";
import { countToDraw, rankedBy } from "@/lib/audit-selections/rules";
import { dayOf } from "@/lib/calendar";
import { csvLine } from "@/lib/csv";
import { requireRole } from "@/lib/session";

/** The renewals that a draw was made from, in the order of the draw. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/admin/renewals/audits/selections/[selectionId]/list">,
) {
  await requireRole("follow renewals");
  const found = await findCandidatesOf((await params).selectionId);
  if (!found) notFound();
  const { seed, candidates, size, sizeUnit, drawnAt } = found;
  const drawn = countToDraw({ size, unit: sizeUnit }, candidates.length);
  const rows = rankedBy(seed, candidates).map(({ id, rank }, at) => {
    return [String(at + 1), id, rank, at < drawn ? "yes" : "no"];
  });
  const lines = [["Place", "Renewal", `SHA-256 of ${seed} and the renewal`, "Drawn"], ...rows];
  return new Response(lines.map(csvLine).join(""), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": contentDisposition("attachment", `${dayOf(drawnAt)} Draw.csv`),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
