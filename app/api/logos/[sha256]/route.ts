import { notFound } from "next/navigation";
import { findLogo } from "@/lib/logos/queries";

/** A logo for everybody: its address is what it is, so it is asked for once. */
export async function GET(_request: Request, { params }: RouteContext<"/api/logos/[sha256]">) {
  const logo = await findLogo((await params).sha256);
  if (!logo) notFound();
  return new Response(logo.bytes, {
    headers: {
      "Content-Type": logo.mediaType,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
