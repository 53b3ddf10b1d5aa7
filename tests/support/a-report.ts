import { v7 as newId } from "uuid";
import { db } from "@/lib/db";
import { keepDocument } from "@/lib/documents/commands";
import type { MemberActor } from "@/lib/members/rules";
import { reportEntry } from "@/lib/reports/commands";
import { readReport } from "@/lib/reports/schema";
import { aHolder } from "./a-certification";
import { NOW } from "./a-row";
import { actorOf } from "./accounts";
import { aFile } from "./files";

/** A member who holds CPT from 2024 to 2026 and EP from 2026 to 2028. */
export async function aReporter() {
  const { member } = await aHolder([
    { program: "ACSM-CPT", from: "2024-01-01", to: "2026-12-31" },
    { program: "ACSM-EP", from: "2026-01-01", to: "2028-12-31" },
  ]);
  return { member, actor: actorOf(member) };
}

type Told = Partial<Record<string, string | string[]>>;

/** The form as the page sends it: 6.00 Teaching on 2026-03-03, unless told. */
export function aForm(told: Told = {}): FormData {
  const form = new FormData();
  const fields: Told = {
    reportId: newId(),
    earnedOn: "2026-03-03",
    format: "Teaching",
    credits: "6",
    creditType: "CEC",
    provider: "other",
    providerOther: "Strength School",
    title: "Strength and Conditioning",
    ...told,
  };
  for (const [name, value = []] of Object.entries(fields)) {
    for (const text of [value].flat()) form.append(name, text);
  }
  return form;
}

export function aReport(told: Told = {}) {
  const { report, errors } = readReport(aForm(told));
  if (!report) throw new Error(`This is no report: ${JSON.stringify(errors)}`);
  return report;
}

/** Reports credit of a college course, which awaits review, with its document. */
export async function aReportToReview({ actor }: { actor: MemberActor }, told: Told = {}) {
  const documents = [(await aProof(actor)).id];
  const report = aReport({ format: "College course", credits: "30", documents, ...told });
  await reportEntry(actor, report, NOW);
  return db.creditEntry.findUniqueOrThrow({ where: { id: report.reportId } });
}

export const aProof = (actor: MemberActor) =>
  keepDocument(actor, { name: "transcript.pdf", bytes: aFile("pdf") }, NOW);
