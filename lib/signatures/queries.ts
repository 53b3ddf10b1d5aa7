import "server-only";
import { dayOf } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { isId } from "@/lib/ids";
import { type Actor, fullName } from "@/lib/members/rules";
import { type After, laterThan } from "@/lib/page-after";
import { formOf, formSelect } from "@/lib/reporting-forms/queries";
import { may } from "@/lib/roles/rules";

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

/** What the office's own members sent it, the oldest first. */
export async function listFormsToSign(
  { officeId, memberId }: { officeId: string; memberId: string },
  after: After | null,
) {
  const found = await db.reportingForm.findMany({
    relationLoadStrategy: "join",
    where: {
      sentAt: { not: null },
      member: { localOfficeId: officeId },
      NOT: { memberId },
      ...(after && laterThan("sentAt", after)),
    },
    orderBy: [{ sentAt: "asc" }, { id: "asc" }],
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
  const { id, sentAt } = forms.at(-1) ?? {};
  const isMore = found.length > FORMS_A_PAGE;
  return { forms, next: isMore && id && sentAt ? { at: sentAt, id } : null };
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

/** Whether the office had the form in its queue, however it stands now: the log keeps each sending. */
export async function wasSentTo(officeId: string, formId: string, tx: Tx = db): Promise<boolean> {
  if (!isId(formId)) return false;
  const [isOfMember, sent] = await Promise.all([
    tx.reportingForm.count({ where: { id: formId, member: { localOfficeId: officeId } } }),
    tx.auditEntry.findFirst({
      where: {
        subject: "reporting form",
        subjectId: formId,
        act: "sent a reporting form",
        facts: { path: ["office"], equals: officeId },
      },
      select: { id: true },
    }),
  ]);
  return isOfMember > 0 && sent !== null;
}
