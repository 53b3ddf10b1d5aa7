import { notFound } from "next/navigation";
import { contentDisposition } from "@/lib/attachment";
import { drawPreview } from "@/lib/certificate-previews/renderer";
import { previewFacts } from "@/lib/certificate-previews/rules";
import { publicUrl } from "@/lib/env";
import { findSetUp } from "@/lib/events/queries";
import { findLogoBytes } from "@/lib/logos/queries";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

/** The certificate of an invented member on paper, with "Preview" across it; nothing is kept. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/admin/events/[eventId]/preview/pdf">,
) {
  await requireRole("set up events");
  const [event, settings] = await Promise.all([findSetUp((await params).eventId), findSettings()]);
  if (!event || event.days.length === 0) notFound();
  const who = new URL(request.url).searchParams.get("for") === "other" ? "other" : "physician";
  const facts = previewFacts(event, who, settings, { now: new Date(), address: publicUrl() });
  const drawn = await drawPreview({ facts, logo: await findLogoBytes(facts.logo) });
  return new Response(drawn, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": contentDisposition("inline", `Preview - ${event.title}.pdf`),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
