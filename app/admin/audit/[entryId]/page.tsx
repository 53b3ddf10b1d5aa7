import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { FactsList } from "@/components/facts-list";
import { PageHeading } from "@/components/page-heading";
import { findAuditEntry } from "@/lib/audit-log/queries";
import { type FactLine, factLines, nameWords } from "@/lib/audit-log/wording";
import { formatInstant } from "@/lib/calendar";
import { may } from "@/lib/roles/rules";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { EraseForm } from "./erase-form";

export const metadata: Metadata = { title: "Audit entry" };

export default async function AuditEntry({ params }: PageProps<"/admin/audit/[entryId]">) {
  const actor = await requireRole("read the audit log");
  const [entry, { timeZone, currency }] = await Promise.all([
    findAuditEntry((await params).entryId),
    findSettings(),
  ]);
  if (!entry) notFound();
  const { seal, values, erased, names } = entry;
  const reading = { timeZone, currency, names };
  const personal = Object.fromEntries(values.map(({ name, value }) => [name, value]));
  const facts = [
    { name: "When", fact: formatInstant(entry.at, timeZone) },
    { name: "Who", fact: entry.who },
    { name: "About", fact: entry.about },
    { name: "Its id", fact: entry.subjectId },
    { name: "Number", fact: entry.sequence.toString() },
    { name: "Seal", fact: seal ? `${seal.number}: ${seal.hash}` : "Not sealed yet" },
  ];
  const told = factLines(entry.facts as object, reading);
  return (
    <>
      <Breadcrumbs steps={[{ label: "Audit log", href: "/admin/audit" }, { label: entry.act }]} />
      <PageHeading title={entry.act}>What was done, and from what to what.</PageHeading>
      <div className="wrap-anywhere">
        <FactsList facts={facts} />
      </div>
      {told.length > 0 ? (
        <section className="flex flex-col gap-3">
          <h2>Facts</h2>
          <FactsList facts={told.map(shown)} />
          <details>
            <summary className="cursor-pointer text-body">As the log keeps them</summary>
            <pre className="pt-2 text-note whitespace-pre-wrap wrap-anywhere">
              {JSON.stringify(entry.facts, null, 2)}
            </pre>
          </details>
        </section>
      ) : null}
      {values.length + erased.length > 0 ? (
        <section className="flex flex-col gap-3 wrap-anywhere">
          <h2>Personal values</h2>
          <FactsList
            facts={[
              ...factLines(personal, reading).map(shown),
              ...erased.map((name) => ({ name: nameWords(name), fact: "Erased" })),
            ]}
          />
        </section>
      ) : null}
      {may(actor, "erase personal values") ? (
        <EraseForm entryId={entry.id} isOffered={values.length > 0} />
      ) : null}
    </>
  );
}

function shown({ name, words }: FactLine) {
  return { name, fact: words };
}
