import { findFault } from "@/lib/health";

export const dynamic = "force-dynamic";

export async function GET() {
  const reason = await findFault(new Date());
  const headers = { "Cache-Control": "no-store" };
  if (reason) return Response.json({ status: "unavailable", reason }, { status: 503, headers });
  return Response.json({ status: "ok" }, { headers });
}
