import "server-only";
import { LINE_ACTS } from "@/lib/batches/rules";
import type { Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { type MemberActor, REFUSAL_OF_RETIRED } from "@/lib/members/rules";
import { findForm, type ReportingForm } from "@/lib/reporting-forms/queries";
import { type FormAct, refusalOfAct } from "@/lib/reporting-forms/rules";
import type { FormActInput } from "@/lib/reporting-forms/schema";

/** The lock for what changes nothing that others looked at. */
export async function holdForm(tx: Tx, { memberId }: MemberActor, formId: string) {
  await tx.$queryRaw`SELECT id FROM reporting_forms WHERE id = ${formId}::uuid FOR UPDATE`;
  const form = await findForm(memberId, formId, tx);
  if (!form) throw notFoundError();
  const refusal = (await refusalOfRetired(tx, memberId)) ?? refusalOfSubmitted(form);
  if (refusal) throw new DomainError("conflict", refusal);
  if (form.state === "withdrawn") throw new DomainError("conflict", "This form is withdrawn.");
  return form;
}

/** Takes the member's own form as it was looked at, for an act that it allows. */
export async function lockForm(
  tx: Tx,
  { memberId }: MemberActor,
  { formId, version }: FormActInput,
  act: FormAct,
) {
  const { count } = await tx.reportingForm.updateMany({
    where: { id: formId, memberId, version, withdrawnAt: null },
    data: { version: { increment: 1 } },
  });
  const form = await findForm(memberId, formId, tx);
  if (!form) throw notFoundError();
  const refusal =
    (await refusalOfRetired(tx, memberId)) ??
    refusalOfSubmitted(form) ??
    refusalOfAct(form.state, act) ??
    (count === 0
      ? "This form changed meanwhile. Look at it as it stands now and try again."
      : null);
  if (refusal) throw new DomainError("conflict", refusal);
  return form;
}

async function refusalOfRetired(tx: Tx, memberId: string): Promise<string | null> {
  const { retiredAt } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { retiredAt: true },
  });
  return retiredAt && REFUSAL_OF_RETIRED;
}

/** What national staff look at, or have decided, no longer changes. */
function refusalOfSubmitted({ line }: ReportingForm) {
  if (!line || LINE_ACTS[line.state].leave || line.state === "left") return null;
  return line.state === "awaiting"
    ? "This form is submitted and awaits approval, so it can't be changed now."
    : `This form is ${line.state}, so it can't be changed any more.`;
}

/** What it vouched for is about to change: kept, and good no longer. */
export async function voidSignature(tx: Tx, formId: string, now: Date) {
  await tx.formSignature.updateMany({ where: { formId, voidedAt: null }, data: { voidedAt: now } });
}
