import "server-only";
import { formatInstant, formatLongDay, todayIn } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import { db } from "@/lib/db";
import { isId } from "@/lib/ids";
import { fullName, type MemberActor } from "@/lib/members/rules";
import type { PrintedForm } from "@/lib/reporting-forms/pdf";
import { formOf, formSelect } from "@/lib/reporting-forms/queries";
import { breakWords } from "@/lib/reporting-forms/wording";
import { may } from "@/lib/roles/rules";
import { findSettings } from "@/lib/settings/queries";
import { findFormAtOffice, findOffice } from "@/lib/signatures/queries";
import { ATTESTATION } from "@/lib/signatures/rules";
import type { Prisma } from "@/prisma/generated/client";

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
