import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { FactsList } from "@/components/facts-list";
import { PageHeading } from "@/components/page-heading";
import { findAuditEntry } from "@/lib/audit-log/queries";
import { formatInstant } from "@/lib/calendar";
import { may } from "@/lib/roles/rules";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { EraseForm } from "./erase-form";

export const metadata: Metadata = { title: "Audit entry" };

export default async function AuditEntry({ params }: PageProps<"/admin/audit/[entryId]">) {
  const actor = await requireRole("read the audit log");
  const [entry, { timeZone }] = await Promise.all([
    findAuditEntry((await params).entryId),
    findSettings(),
  ]);
  if (!entry) notFound();
  const { seal, values, erased } = entry;
  const facts = [
    { name: "When", fact: formatInstant(entry.at, timeZone) },
    { name: "Who", fact: entry.who },
    { name: "About", fact: `${entry.subject} ${entry.subjectId}` },
    { name: "Number", fact: entry.sequence.toString() },
    { name: "Seal", fact: seal ? `${seal.number}: ${seal.hash}` : "Not sealed yet" },
    ...Object.entries(entry.facts as object).map(([name, value]) => ({ name, fact: said(value) })),
  ];
  return (
    <>
      <Breadcrumbs steps={[{ label: "Audit log", href: "/admin/audit" }, { label: entry.act }]} />
      <PageHeading title={entry.act}>What was done, and from what to what.</PageHeading>
      <div className="wrap-anywhere">
        <FactsList facts={facts} />
      </div>
      {values.length + erased.length > 0 ? (
        <section className="flex flex-col gap-3 wrap-anywhere">
          <h2>Personal values</h2>
          <FactsList
            facts={[
              ...values.map(({ name, value }) => ({ name, fact: said(value) })),
              ...erased.map((name) => ({ name, fact: "Erased" })),
            ]}
          />
        </section>
      ) : null}
      {values.length > 0 && may(actor, "erase personal values") ? (
        <EraseForm entryId={entry.id} />
      ) : null}
    </>
  );
}

function said(value: unknown): string {
  if (typeof value === "string") return value;
  if (value && typeof value === "object" && "from" in value && "to" in value) {
    return `${said(value.from)} → ${said(value.to)}`;
  }
  return value === null ? "none" : JSON.stringify(value);
}
