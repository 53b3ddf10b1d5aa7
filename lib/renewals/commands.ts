import "server-only";
import { renewalPath } from "@/lib/addresses";
import { recordAudit } from "@/lib/audit/commands";
import { dateOf, shiftDay, todayIn } from "@/lib/calendar";
import { nextCycle } from "@/lib/certifications/rules";
import { db, type Tx } from "@/lib/db";
import { publicUrl } from "@/lib/env";
import { log } from "@/lib/log";
import { WORKER } from "@/lib/members/rules";
import { queueMessage } from "@/lib/messages/commands";
import { renewed } from "@/lib/messages/templates/renewed";
import { versionOn } from "@/lib/programs/rules";
import {
  issueRenewalCertificate,
  revokeRenewalCertificate,
} from "@/lib/renewal-certificates/commands";
import { lockUnattended } from "@/lib/renewals/lock";
import { findAnyRenewal, type MemberRenewal } from "@/lib/renewals/queries";
import { isComplete } from "@/lib/renewals/rules";
import { standingOf } from "@/lib/renewals/standing";
import { credentialsOf, periodOf } from "@/lib/renewals/wording";
import { readSettings } from "@/lib/settings/queries";
import { listStandingEntries } from "@/lib/standing-entries/queries";

/**
 * Renews as soon as contact, payment and credits are all there, whichever came last: in the
 * transaction that holds the renewal's lock and brought it. Answers whether it renewed.
 */
export async function settleRenewal(tx: Tx, renewalId: string, now: Date): Promise<boolean> {
  const renewal = await findComplete(tx, renewalId, now);
  const renewedAt = renewal ? now : undefined;
  await tx.renewal.update({
    where: { id: renewalId },
    data: { unsettled: false, renewedAt },
    select: { id: true },
  });
  if (!renewal) return false;
  await renewCycles(tx, renewal, now);
  const { memberId, member, cycles } = renewal;
  const credentials = credentialsOf(cycles);
  const period = periodOf(cycles);
  const settings = await readSettings(tx);
  const certificate = await issueRenewalCertificate(tx, renewal, settings, now);
  const told = { act: "renewed", subject: "renewal", subjectId: renewalId };
  const facts = { credentials, period, certificate };
  await recordAudit(tx, { actor: WORKER, ...told, facts }, now);
  const { firstName, email } = member;
  const renewalUrl = `${publicUrl()}${renewalPath(renewalId)}`;
  const letter = renewed(settings, { firstName, credentials, period, renewalUrl });
  await queueMessage(tx, { ...letter, kind: "renewed", memberId, toAddress: email }, now);
  return true;
}

/** The renewal if all of it is done, with the rules held that it is renewed under; else null. */
async function findComplete(tx: Tx, renewalId: string, now: Date): Promise<MemberRenewal | null> {
  const renewal = await findAnyRenewal(renewalId, tx);
  if (!renewal || renewal.renewedAt || !renewal.contactConfirmedAt || !renewal.isPaid) return null;
  // Rules that change now wait until the cycles refer to them, and then stay as they are.
  await tx.$queryRaw`
    SELECT 1 FROM rule_versions v JOIN certifications c ON c.program_code = v.program_code
      JOIN cycles y ON y.certification_id = c.id
      WHERE y.renewal_id = ${renewalId}::uuid ORDER BY v.id FOR KEY SHARE OF v`;
  const { timeZone } = await readSettings(tx);
  const held = await findAnyRenewal(renewalId, tx);
  if (!held) return null;
  const standing = standingOf(held, await listStandingEntries(held.memberId, tx));
  const facts = { ...held, isApproved: standing.outstanding === 0 };
  return isComplete(facts, todayIn(timeZone, now)) ? held : null;
}

/** Its cycles are renewed under the rules they were judged by, and the next of each exists. */
async function renewCycles(tx: Tx, { cycles }: MemberRenewal, now: Date) {
  const ids = cycles.map(({ id }) => id);
  const versions = cycles.map(({ version }) => version.id);
  await tx.$executeRaw`
    UPDATE cycles y SET renewed_at = ${now}, rule_version_id = judged.version_id
      FROM unnest(${ids}::uuid[], ${versions}::uuid[]) AS judged (id, version_id) WHERE y.id = judged.id`;
  const following = cycles.flatMap((cycle) => {
    const length = versionOn(cycle.versions, shiftDay(cycle.endsOn, { days: 1 }));
    if (!length) return [];
    const { startsOn, endsOn } = nextCycle(cycle, length.terms);
    const { certificationId } = cycle;
    return [{ certificationId, startsOn: dateOf(startsOn), endsOn: dateOf(endsOn) }];
  });
  await tx.cycle.createMany({ data: following, skipDuplicates: true });
}

/**
 * Takes back that it was renewed, since its payment was given back, in the transaction that holds its
 * lock: approvals, the contact and the next cycles stay. Nothing to take back is no fault.
 */
export async function undoRenewal(tx: Tx, renewalId: string, reason: string, now: Date) {
  const { count } = await tx.renewal.updateMany({
    where: { id: renewalId, renewedAt: { not: null } },
    // Credit may have changed while it was renewed, when nobody looked.
    data: { renewedAt: null, unsettled: true },
  });
  if (count === 0) return;
  await tx.cycle.updateMany({
    where: { renewalId },
    data: { renewedAt: null, ruleVersionId: null },
  });
  await revokeRenewalCertificate(tx, renewalId, reason, now);
  const told = { act: "undid a renewal", subject: "renewal", subjectId: renewalId };
  await recordAudit(tx, { actor: WORKER, ...told, facts: { reason } }, now);
}

const RENEWALS_A_LOOK = 200;
const RENEWALS_A_BATCH = 1000;

/**
 * Looks at the next renewals whose record changed since somebody last did, whichever way it came. One
 * that fails keeps no other back: the next look begins after the last of these, and comes round to it.
 */
export async function settleRenewals(now: Date, after: string | null = null) {
  const found = await db.renewal.findMany({
    where: { unsettled: true, renewedAt: null, ...(after && { id: { gt: after } }) },
    orderBy: { id: "asc" },
    take: RENEWALS_A_LOOK,
    select: { id: true },
  });
  const failures: unknown[] = [];
  for (const { id } of found) {
    await settleAlone(id, now).catch((error: unknown) => {
      log.error({ err: error, id }, "could not settle a renewal");
      failures.push(error);
    });
  }
  const last = found.length === RENEWALS_A_LOOK ? (found.at(-1)?.id ?? null) : null;
  return { last, failures };
}

/**
 * Has every renewal looked at again that credits alone may keep from being renewed: rules, networks and
 * formats change without a word on any record. A batch at a time, so that nobody waits for all of them.
 */
export async function recheckRenewals() {
  for (let after: string | null = null; ; ) {
    const batch: { id: string }[] = await db.$queryRaw`
      UPDATE renewals SET unsettled = true WHERE id IN (
        SELECT id FROM renewals
         WHERE renewed_at IS NULL AND contact_confirmed_at IS NOT NULL AND NOT unsettled
           AND (${after}::uuid IS NULL OR id > ${after}::uuid)
         ORDER BY id LIMIT ${RENEWALS_A_BATCH} FOR UPDATE) RETURNING id`;
    if (batch.length < RENEWALS_A_BATCH) return;
    after =
      batch
        .map(({ id }) => id)
        .toSorted()
        .at(-1) ?? null;
  }
}

function settleAlone(renewalId: string, now: Date) {
  return db.$transaction(async (tx) => {
    await lockUnattended(tx, renewalId);
    await settleRenewal(tx, renewalId, now);
  });
}
