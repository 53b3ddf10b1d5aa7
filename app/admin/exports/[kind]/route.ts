import { Readable } from "node:stream";
import { exportsPath } from "@/lib/addresses";
import { contentDisposition } from "@/lib/attachment";
import { CSV_MARK, csvLine } from "@/lib/csv";
import { beginExport } from "@/lib/exports/commands";
import { exportLines } from "@/lib/exports/queries";
import { EXPORTS, isExport } from "@/lib/exports/rules";
import { rangeSchema } from "@/lib/exports/schema";
import { may } from "@/lib/roles/rules";
import { seeOther } from "@/lib/see-other";
import { findActor } from "@/lib/session";

/** Streams an export as CSV; a range that is none leads back to the form. */
export async function GET(request: Request, { params }: RouteContext<"/admin/exports/[kind]">) {
  const [actor, { kind }] = await Promise.all([findActor(), params]);
  if (!actor || !may(actor, "export files") || !isExport(kind)) {
    return new Response("Not found", { status: 404 });
  }
  const typed = Object.fromEntries(new URL(request.url).searchParams);
  const parsed = EXPORTS[kind].range ? rangeSchema.safeParse(typed) : null;
  if (parsed && !parsed.success) {
    return seeOther(exportsPath({ kind, from: typed.from, to: typed.to }));
  }
  const range = parsed?.data ?? null;
  await beginExport(actor, { kind, range }, new Date());
  const days = range ? ` ${range.from} to ${range.to}` : "";
  const body = Readable.toWeb(Readable.from(bytesOf(exportLines(kind, range))));
  return new Response(body as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": contentDisposition("attachment", `${EXPORTS[kind].title}${days}.csv`),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}

/** Lines together, since a piece for each would cost more than the line. */
async function* bytesOf(lines: AsyncIterable<string[]>) {
  const encoder = new TextEncoder();
  let text = CSV_MARK;
  for await (const line of lines) {
    text += csvLine(line);
    if (text.length < 65_536) continue;
    yield encoder.encode(text);
    text = "";
  }
  if (text) yield encoder.encode(text);
}
