import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { LookAgain } from "@/components/look-again";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { Panel } from "@/components/panel";
import { TermsFacts } from "@/components/terms-facts";
import { programPath } from "@/lib/addresses";
import { formatInstant, todayIn } from "@/lib/calendar";
import { fullName } from "@/lib/members/rules";
import { findProgram } from "@/lib/programs/queries";
import { withParticipation } from "@/lib/programs/rules";
import { fromWords } from "@/lib/programs/wording";
import { findPreview, listNames, readVersions } from "@/lib/rule-previews/queries";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { ChangesTable } from "./changes-table";
import { ImpactFacts } from "./impact-facts";
import { SaveForm } from "./save-form";

export const metadata: Metadata = { title: "Preview of a rule version" };

export default async function RulePreview({
  params,
}: PageProps<"/admin/programs/[code]/previews/[previewId]">) {
  await requireRole("change programs");
  const { code: encoded, previewId } = await params;
  const code = decodeURIComponent(encoded);
  const preview = await findPreview(previewId);
  if (preview?.programCode !== code) notFound();
  const { timeZone, currency } = await findSettings();
  const today = todayIn(timeZone, new Date());
  const [program, { fingerprint, participation }] = await Promise.all([
    findProgram(code, today),
    readVersions(code),
  ]);
  if (!program) notFound();
  const { impact, total, seen, finishedAt, failedAt, savedAt, fromOn, askedBy } = preview;
  const isUnderWay = !finishedAt && !failedAt;
  const isStale = !savedAt && fingerprint !== preview.versionsSeen;
  const changes = [...impact.mostLost, ...impact.mostGained];
  const names = await listNames(changes.map(({ memberId }) => memberId));
  const asker = askedBy ? ` by ${fullName(askedBy)}` : "";
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Programs", href: "/admin/programs" },
          { label: program.called.code, href: programPath(code) },
          { label: "Preview" },
        ]}
      />
      <PageHeading title={`${program.called.code}: ${fromWords(fromOn)}`}>
        {`What the version would do to active members, asked on ${formatInstant(preview.askedAt, timeZone)}${asker}. Each cycle is judged under today’s rules and under this version, together with the other credentials that its member renews at once.`}
      </PageHeading>
      {isUnderWay ? (
        <div className="flex flex-col gap-2">
          <LookAgain seconds={2} />
          <p role="status">{`${seen} of ${total} certifications gone through.`}</p>
          <progress
            aria-label="Gone through"
            value={seen}
            max={total}
            className="w-full max-w-140"
          />
        </div>
      ) : null}
      {failedAt ? (
        <Notice tone="bad" title="The preview could not be finished">
          Open the form by “Change it” and preview the version again.
        </Notice>
      ) : null}
      {savedAt ? (
        <Notice tone="good">{`Saved on ${formatInstant(savedAt, timeZone)}.`}</Notice>
      ) : null}
      {isStale ? (
        <Notice tone="warning" title="The rules of this program have changed since">
          This preview compares with rules that are no longer there. Preview the version again.
        </Notice>
      ) : null}
      <ImpactFacts
        impact={impact}
        isPast={fromOn <= today}
        replaces={program.versions.some((version) => version.fromOn === fromOn) && !savedAt}
      />
      <ChangesTable
        caption="Who falls short"
        none={isUnderWay ? "Nobody so far." : "Nobody."}
        changes={impact.mostLost}
        of={impact.losses.cycles}
        names={names}
      />
      <ChangesTable
        caption="Who gains"
        none={isUnderWay ? "Nobody so far." : "Nobody."}
        changes={impact.mostGained}
        of={impact.gains.cycles}
        names={names}
      />
      <Panel title="The version">
        <TermsFacts terms={withParticipation(preview.terms, participation)} currency={currency} />
      </Panel>
      {savedAt ? null : (
        <SaveForm previewId={previewId} code={code} maySave={finishedAt !== null && !isStale} />
      )}
    </>
  );
}
