import "server-only";
import { stateOfLine } from "@/lib/batches/rules";
import { dayOf, todayIn } from "@/lib/calendar";
import { listActiveCycles } from "@/lib/certifications/queries";
import { db, type Tx } from "@/lib/db";
import { listedDocument } from "@/lib/documents/queries";
import { isId } from "@/lib/ids";
import { fullName } from "@/lib/members/rules";
import { type RenewalWindow, stateOfForm } from "@/lib/reporting-forms/rules";
import { USUAL_CREDIT_TYPE } from "@/lib/reports/rules";
import { findSettings } from "@/lib/settings/queries";
import { type Content, contentHash } from "@/lib/signatures/rules";
import type { Prisma } from "@/prisma/generated/client";

/** Of a form what its pages show: what it says, who vouches for it, and where it is. */
export const formSelect = {
  id: true,
  memberId: true,
  version: true,
  earnedOn: true,
  starts: true,
  ends: true,
  breakMinutes: true,
  credits: true,
  creditTypeName: true,
  formatName: true,
  title: true,
  providerId: true,
  providerOther: true,
  description: true,
  savedAt: true,
  sentAt: true,
  returnedAt: true,
  returnNote: true,
  withdrawnAt: true,
  provider: { select: { name: true } },
  documents: { select: { ...listedDocument, signature: { select: { id: true } } } },
  signatures: {
    where: { voidedAt: null },
    select: {
      id: true,
      contentHash: true,
      name: true,
      signedAt: true,
      scanId: true,
      attestation: true,
      office: { select: { name: true } },
      officer: { select: { firstName: true, lastName: true } },
    },
  },
  line: {
    select: {
      id: true,
      submittedIn: true,
      awaitsSince: true,
      batch: { select: { id: true, renewalId: true, version: true } },
      decisions: {
        orderBy: { version: "desc" },
        select: { version: true, verdict: true, note: true, decidedAt: true },
      },
    },
  },
} as const satisfies Prisma.ReportingFormSelect;

type Row = Prisma.ReportingFormGetPayload<{ select: typeof formSelect }>;

/** What the local office vouches for. */
export function contentOf(
  form: Omit<Content, "formId" | "earnedOn" | "creditType" | "category"> & {
    id: string;
    earnedOn: Date;
    creditTypeName: string;
    formatName: string;
  },
): Content {
  return {
    formId: form.id,
    memberId: form.memberId,
    earnedOn: dayOf(form.earnedOn),
    starts: form.starts,
    ends: form.ends,
    breakMinutes: form.breakMinutes,
    credits: form.credits,
    creditType: form.creditTypeName,
    category: form.formatName,
    title: form.title,
    providerId: form.providerId,
    providerOther: form.providerOther,
    description: form.description,
  };
}

/** A form as its row says, with what follows from it. */
export function formOf(row: Row) {
  const { signatures, line, documents, ...form } = row;
  const [signature = null] = signatures;
  const isSigned = signature !== null;
  return {
    ...form,
    earnedOn: dayOf(row.earnedOn),
    organization: row.provider?.name ?? row.providerOther ?? "",
    state: stateOfForm({ ...row, isSigned }),
    signature: signature && {
      ...signature,
      officer: signature.officer && fullName(signature.officer),
      isUnchanged: signature.contentHash === contentHash(contentOf(row)),
    },
    documents: documents.filter((each) => each.signature === null),
    scan: documents.find(({ id }) => id === signature?.scanId) ?? null,
    line: line && {
      ...line,
      state: stateOfLine({ ...line, isWithdrawn: row.withdrawnAt !== null }),
      decision: line.decisions.find(({ version }) => version === line.submittedIn) ?? null,
    },
  };
}

export type ReportingForm = ReturnType<typeof formOf>;

/** The member's own form; null for another's, as if it were not there. */
export async function findForm(memberId: string, id: string, tx: Tx = db) {
  if (!isId(id)) return null;
  const found = await tx.reportingForm.findFirst({
    relationLoadStrategy: "join",
    where: { id, memberId },
    select: formSelect,
  });
  return found && formOf(found);
}

const FORMS_A_PAGE = 20;

/** The member's forms, the latest first; `after` is the last one of the page before. */
export async function listForms(memberId: string, after: string | null) {
  const found = await db.reportingForm.findMany({
    relationLoadStrategy: "join",
    where: { memberId },
    orderBy: [{ earnedOn: "desc" }, { id: "desc" }],
    ...(after && { cursor: { id: after, memberId }, skip: 1 }),
    take: FORMS_A_PAGE + 1,
    select: formSelect,
  });
  const forms = found.slice(0, FORMS_A_PAGE).map(formOf);
  return { forms, next: found.length > FORMS_A_PAGE ? (forms.at(-1)?.id ?? null) : null };
}

/** What the form offers to choose from. */
export async function listFormChoices() {
  const [categories, providers, rate] = await Promise.all([
    db.format.findMany({
      where: { formPosition: { not: null } },
      orderBy: { formPosition: "asc" },
      select: { name: true },
    }),
    db.provider.findMany({ orderBy: { name: "asc" }, select: { id: true, name: true } }),
    db.creditType.findUniqueOrThrow({
      where: { name: USUAL_CREDIT_TYPE },
      select: { increment: true, minutesPerCredit: true },
    }),
  ]);
  return { categories: categories.map(({ name }) => name), providers, rate };
}

/** The windows of the member's active cycles whose rules accept forms. */
export async function listRenewalWindows(
  memberId: string,
  now: Date,
  tx: Tx = db,
): Promise<RenewalWindow[]> {
  const { timeZone } = await findSettings();
  const cycles = await listActiveCycles(memberId, todayIn(timeZone, now), tx);
  return cycles
    .filter(({ terms }) => terms.sources.includes("reporting_form"))
    .map(({ called, dueOn, window }) => ({ program: called.code, dueOn, ...window }));
}

/** The name of the member's local office; null: none on file. */
export async function findOfficeName(memberId: string): Promise<string | null> {
  const found = await db.member.findUnique({
    where: { id: memberId },
    select: { localOffice: { select: { name: true } } },
  });
  return found?.localOffice?.name ?? null;
}
