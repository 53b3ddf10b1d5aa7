import "server-only";
import { dayOf, formatInstant, formatLongDay, todayIn } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import { db, type Tx } from "@/lib/db";
import { isId } from "@/lib/ids";
import { type Actor, fullName, type MemberActor } from "@/lib/members/rules";
import type { PrintedForm } from "@/lib/reporting-forms/pdf";
import { formOf, formSelect } from "@/lib/reporting-forms/queries";
import { breakWords } from "@/lib/reporting-forms/wording";
import { may } from "@/lib/roles/rules";
import { findSettings } from "@/lib/settings/queries";
import { ATTESTATION } from "@/lib/signatures/rules";
import type { Prisma } from "@/prisma/generated/client";

/** The local office that the actor signs for; null for all others. */
export async function findOffice(actor: Actor, tx: Tx = db) {
  if (actor.memberId === null || !may(actor, "sign forms")) return null;
  const grant = await tx.roleGrant.findFirst({
    where: { memberId: actor.memberId, role: "local_office", member: { retiredAt: null } },
    select: { office: { select: { id: true, name: true } } },
  });
  return grant?.office ?? null;
}

const FORMS_A_PAGE = 20;

/** What the office's own members sent it, the oldest first; `after` is the last of the page before. */
export async function listFormsToSign(
  { officeId, memberId }: { officeId: string; memberId: string },
  after: string | null,
) {
  const found = await db.reportingForm.findMany({
    relationLoadStrategy: "join",
    where: { sentAt: { not: null }, member: { localOfficeId: officeId }, NOT: { memberId } },
    orderBy: [{ sentAt: "asc" }, { id: "asc" }],
    ...(after && { cursor: { id: after }, skip: 1 }),
    take: FORMS_A_PAGE + 1,
    select: {
      id: true,
      earnedOn: true,
      formatName: true,
      credits: true,
      title: true,
      sentAt: true,
      member: { select: { firstName: true, lastName: true } },
    },
  });
  const forms = found.slice(0, FORMS_A_PAGE).map(({ member, ...form }) => ({
    ...form,
    earnedOn: dayOf(form.earnedOn),
    member: fullName(member),
  }));
  return { forms, next: found.length > FORMS_A_PAGE ? (forms.at(-1)?.id ?? null) : null };
}

/**
 * A form that a member of the office sent it, or that it signed: with the member's name and nothing
 * else of the member. Null for every other form, as if it were not there.
 */
export async function findFormAtOffice(officeId: string, formId: string, tx: Tx = db) {
  if (!isId(formId)) return null;
  const found = await tx.reportingForm.findFirst({
    relationLoadStrategy: "join",
    where: {
      id: formId,
      member: { localOfficeId: officeId },
      OR: [
        { sentAt: { not: null } },
        { returnedAt: { not: null } },
        { signatures: { some: { officeId } } },
      ],
    },
    select: { ...formSelect, member: { select: { firstName: true, lastName: true } } },
  });
  if (!found) return null;
  const { documents: _, line: __, scan: ___, ...form } = formOf(found);
  return { ...form, member: fullName(found.member) };
}

/** A form as it is printed, for its member, the member's local office and staff; null for all others. */
export async function findPrintedForm(actor: MemberActor, formId: string, now: Date) {
  if (!isId(formId)) return null;
  const office = await findOffice(actor);
  const found =
    (may(actor, "review credit")
      ? await db.reportingForm.findUnique({ where: { id: formId }, select: printed })
      : await db.reportingForm.findFirst({
          where: { id: formId, memberId: actor.memberId },
          select: printed,
        })) ??
    (office && (await findFormAtOffice(office.id, formId))
      ? await db.reportingForm.findUnique({ where: { id: formId }, select: printed })
      : null);
  return found && printedForm(found, await findSettings(), now);
}

const printed = {
  ...formSelect,
  member: {
    select: { firstName: true, lastName: true, localOffice: { select: { name: true } } },
  },
} as const satisfies Prisma.ReportingFormSelect;

function printedForm(
  found: Prisma.ReportingFormGetPayload<{ select: typeof printed }>,
  settings: Awaited<ReturnType<typeof findSettings>>,
  now: Date,
): PrintedForm {
  const form = formOf(found);
  const { signature } = form;
  const { associationName, paper, timeZone } = settings;
  const at = signature && formatInstant(signature.signedAt, timeZone);
  const told = signature && [
    signature.office?.name,
    signature.officer ? `signed online on ${at}` : `signed on paper, uploaded on ${at}`,
    signature.isUnchanged ? "unchanged since signed" : "changed since signed",
  ];
  const { member } = found;
  return {
    association: associationName,
    paper,
    madeOn: todayIn(timeZone, now),
    title: form.title,
    lines: [
      { name: "Member", fact: fullName(member) },
      ...(member.localOffice ? [{ name: "Local office", fact: member.localOffice.name }] : []),
      { name: "Date", fact: formatLongDay(form.earnedOn) },
      { name: "Category", fact: form.formatName },
      { name: "Time", fact: `${form.starts} to ${form.ends}, ${breakWords(form.breakMinutes)}` },
      { name: "CECs", fact: printCredits(form.credits) },
      { name: "Title", fact: form.title },
      { name: "Organization", fact: form.organization },
      ...(form.description ? [{ name: "Description", fact: form.description }] : []),
    ],
    signature: signature && {
      name: signature.name,
      told: told?.filter(Boolean).join("  ·  ") ?? "",
      hash: signature.contentHash,
    },
    attestation: ATTESTATION,
  };
}
