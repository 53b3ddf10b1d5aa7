import "server-only";
import { requestDeskPath, requestPath } from "@/lib/addresses";
import { dayOf, formatLongDay } from "@/lib/calendar";
import type { FoundRequest } from "@/lib/correction-requests/queries";
import { subjectOf } from "@/lib/correction-requests/rules";
import { printCredits } from "@/lib/credits/amount";
import type { Tx } from "@/lib/db";
import { publicUrl } from "@/lib/env";
import { fullName } from "@/lib/members/rules";
import { queueMessage } from "@/lib/messages/commands";
import { correctionDecided, correctionSettled } from "@/lib/messages/templates/correction-decided";
import {
  correctionNoted,
  correctionNotedByMember,
} from "@/lib/messages/templates/correction-noted";
import { correctionReceived } from "@/lib/messages/templates/correction-received";
import { correctionRequested } from "@/lib/messages/templates/correction-requested";
import type { Settings } from "@/lib/settings/queries";

type Told = { request: FoundRequest; settings: Settings; now: Date };

const addressesOf = ({ id, member }: FoundRequest, settings: Settings) => ({
  theirs: { memberId: member.id, toAddress: member.email },
  ours: { memberId: null, toAddress: settings.creditsEmail },
  requestUrl: `${publicUrl()}${requestPath(id)}`,
  deskUrl: `${publicUrl()}${requestDeskPath(id)}`,
});

/** Both sides hear of a new request: the association what is asked, the member that it arrived. */
export async function tellRequested(tx: Tx, { request, settings, now }: Told) {
  const { member, message } = request;
  const { theirs, ours, requestUrl, deskUrl } = addressesOf(request, settings);
  const { title } = subjectOf(request);
  const asked = correctionRequested(settings, {
    memberName: fullName(member),
    memberNumber: member.memberNumber,
    memberEmail: member.email,
    title,
    about: aboutOf(request),
    message,
    deskUrl,
  });
  await queueMessage(tx, { ...asked, ...ours, kind: "correction_requested" }, now);
  const { firstName } = member;
  const received = correctionReceived(settings, { firstName, title, message, requestUrl });
  await queueMessage(tx, { ...received, ...theirs, kind: "correction_noted" }, now);
}

function aboutOf(request: FoundRequest): string {
  const { registration, entry, renewal, certificateNumber } = request;
  if (renewal) return `certificate ${certificateNumber}, ${subjectOf(request).title}`;
  if (registration) {
    const { title, code } = registration.event;
    const about = `the submitted credits for ${title} (${code})`;
    return certificateNumber ? `${about}, certificate ${certificateNumber}` : about;
  }
  if (!entry) return "their record";
  const earnedOn = formatLongDay(dayOf(entry.earnedOn));
  return `an entry: ${entry.title}, earned ${earnedOn}, ${printCredits(entry.credits)} credits`;
}

/** A note is for the other side. */
export async function tellNoted(
  tx: Tx,
  { request, settings, now }: Told,
  { author, isMembers, text }: { author: string; isMembers: boolean; text: string },
) {
  const { theirs, ours, requestUrl, deskUrl } = addressesOf(request, settings);
  const { title } = subjectOf(request);
  const { firstName } = request.member;
  const mail = isMembers
    ? { ...correctionNotedByMember({ author, title, text, url: deskUrl }), ...ours }
    : {
        ...correctionNoted(settings, { firstName, author, title, text, url: requestUrl }),
        ...theirs,
      };
  await queueMessage(tx, { ...mail, kind: "correction_noted" }, now);
}

/** Both sides hear of the decision; `changes` are lines, `certificate` what became of it. */
export async function tellDecided(
  tx: Tx,
  { request, settings, now }: Told,
  decided: {
    decision: "accepted" | "declined";
    decidedBy: string;
    note: string;
    changes: readonly string[];
    certificate: string | null;
  },
) {
  const { member } = request;
  const { theirs, ours, requestUrl, deskUrl } = addressesOf(request, settings);
  const about = { ...decided, title: subjectOf(request).title };
  const told = correctionDecided(settings, {
    ...about,
    firstName: member.firstName,
    url: requestUrl,
  });
  await queueMessage(tx, { ...told, ...theirs, kind: "correction_decided" }, now);
  const settled = correctionSettled({ ...about, memberName: fullName(member), url: deskUrl });
  await queueMessage(tx, { ...settled, ...ours, kind: "correction_decided" }, now);
}
