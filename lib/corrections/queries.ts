import "server-only";
import { db } from "@/lib/db";

/** What a member asked staff to correct, the latest first. */
export function listCorrectionRequests(memberId: string) {
  return db.correctionRequest.findMany({
    relationLoadStrategy: "join",
    where: { memberId },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      message: true,
      requestedAt: true,
      registration: { select: { id: true, event: { select: { title: true } } } },
      entry: { select: { id: true, title: true } },
    },
  });
}
