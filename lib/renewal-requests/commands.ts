import "server-only";
import { keepRequest, sameRequest } from "@/lib/correction-requests/commands";
import { findOpenRequest } from "@/lib/correction-requests/queries";
import type { RequestRenewalCorrection } from "@/lib/correction-requests/schema";
import { db } from "@/lib/db";
import { notFoundError } from "@/lib/errors";
import type { MemberActor } from "@/lib/members/rules";
import { lockRenewal } from "@/lib/renewals/lock";
import { findSettings } from "@/lib/settings/queries";

/** Keeps a member's wish that the certificate of a renewal be put right, and tells both sides. */
export async function requestRenewalCorrection(
  actor: MemberActor,
  { renewalId, message }: RequestRenewalCorrection,
  now: Date,
): Promise<string> {
  const settings = await findSettings();
  return db.$transaction(async (tx) => {
    const { certificate } = await lockRenewal(tx, actor, renewalId);
    if (!certificate) throw notFoundError();
    const open = await findOpenRequest({ renewalId }, tx);
    if (open) return sameRequest(open, message, settings);
    const subject = { renewalId, certificateNumber: certificate.number };
    return keepRequest(tx, actor, { subject, message, settings }, now);
  });
}
