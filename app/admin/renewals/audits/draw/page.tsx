import { randomBytes } from "node:crypto";
import type { Metadata } from "next";
import { v7 as newId } from "uuid";
import { z } from "zod";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { Panel } from "@/components/panel";
import { adminRenewalsPath, auditsPath } from "@/lib/addresses";
import { formatLongDay, todayIn } from "@/lib/calendar";
import { countCandidates } from "@/lib/credit-audit-selections/queries";
import { countToDraw, HOW_IT_IS_DRAWN, refusalToDraw } from "@/lib/credit-audit-selections/rules";
import { type Criteria, criteriaSchema } from "@/lib/credit-audit-selections/schema";
import { populationWords, renewalsWords } from "@/lib/credit-audit-selections/wording";
import { DAYS_TO_ANSWER, dueOnFrom } from "@/lib/credit-audits/rules";
import type { FormState } from "@/lib/form-state";
import { listPrograms } from "@/lib/programs/queries";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { CriteriaForm } from "./criteria-form";
import { DrawForm } from "./draw-form";

export const metadata: Metadata = { title: "Draw renewals to audit" };

export default async function DrawPage({ searchParams }: PageProps<"/admin/renewals/audits/draw">) {
  await requireRole("follow renewals");
  const [search, { timeZone }] = await Promise.all([searchParams, findSettings()]);
  const today = todayIn(timeZone, new Date());
  const programs = await listPrograms(today);
  const typed = typedOf(search);
  const asked = typed.size === undefined ? null : criteriaSchema.safeParse(typed);
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Renewals", href: adminRenewalsPath() },
          { label: "Audits", href: auditsPath() },
          { label: "Draw" },
        ]}
      />
      <PageHeading title="Draw renewals to audit">
        {`Drawn from what was renewed. Their members have ${DAYS_TO_ANSWER} days to send what proves their credits.`}
      </PageHeading>
      <p className="measure text-body">
        Left out are renewals that asked for no credits or whose credits were waived, renewals that
        were audited before, and those of retired members, who can only read.
      </p>
      <CriteriaForm
        programs={programs.map(({ code, called }) => {
          return { value: code, label: called ? `${called.code}, ${called.name}` : code };
        })}
        seed={randomBytes(8).toString("hex")}
        state={asked ? stateOf(typed, asked) : {}}
      />
      {asked?.success ? <Preview criteria={asked.data} today={today} /> : null}
    </>
  );
}

/** How many, and not who: a seed is not to be chosen by whom it hits. */
async function Preview({ criteria, today }: { criteria: Criteria; today: string }) {
  const { population, hash } = await countCandidates(criteria);
  const count = countToDraw(criteria, population);
  const refusal = refusalToDraw(count);
  const { program, from, to, ...others } = criteria;
  const drawnFrom = populationWords({
    programCode: program || null,
    dueFrom: from || null,
    dueTo: to || null,
  });
  return (
    <Panel title="Preview">
      <div className="flex flex-col gap-4">
        <p>
          {`${drawnFrom}: `}
          <strong>{`${count} of ${renewalsWords(population)}`}</strong>
          {` would be drawn, with documents due on ${formatLongDay(dueOnFrom(today))}.`}
        </p>
        <p className="measure text-body">{HOW_IT_IS_DRAWN}</p>
        {refusal ? (
          <Notice tone="note">{refusal}</Notice>
        ) : (
          <>
            <p className="measure text-body">
              The audits begin at once, and a draw can&apos;t be taken back.
            </p>
            <DrawForm
              shown={{
                program,
                from,
                to,
                size: String(others.size),
                unit: others.unit,
                seed: others.seed,
                selectionId: newId(),
                seen: hash,
              }}
              label={`Draw ${renewalsWords(count)}`}
            />
          </>
        )}
      </div>
    </Panel>
  );
}

type Search = Record<string, string | string[] | undefined>;

/** The first of each, as a form sends it. */
function typedOf(search: Search): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(search).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}

function stateOf(
  typed: Record<string, string | undefined>,
  asked: z.ZodSafeParseResult<Criteria>,
): FormState {
  const values = Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  if (asked.success) return { values };
  const { fieldErrors } = z.flattenError(asked.error);
  const errors = Object.entries(fieldErrors).map(([name, [first = ""] = []]) => [name, first]);
  return { values, errors: Object.fromEntries(errors) };
}
