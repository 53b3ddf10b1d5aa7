import { notFound } from "next/navigation";
import { contentDisposition } from "@/lib/attachment";
import { todayIn } from "@/lib/calendar";
import { candidatesCsv } from "@/lib/credit-audit-selections/csv";
import { findCandidatesOf } from "@/lib/credit-audit-selections/queries";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

/** The renewals that a draw was made from, in the order of the draw. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/admin/renewals/audits/selections/[selectionId]/list">,
) {
  await requireRole("follow renewals");
  const [found, { timeZone }] = await Promise.all([
    findCandidatesOf((await params).selectionId),
    findSettings(),
  ]);
  if (!found) notFound();
  const { drawnAt, sizeUnit, ...drawn } = found;
  const fileName = `${todayIn(timeZone, drawnAt)} Draw.csv`;
  return new Response(candidatesCsv({ ...drawn, unit: sizeUnit }), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": contentDisposition("attachment", fileName),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
