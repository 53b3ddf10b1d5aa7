import type { Metadata } from "next";
import { Button } from "@/components/button";
import { Field } from "@/components/field";
import { PageHeading } from "@/components/page-heading";
import { Panel } from "@/components/panel";
import { todayIn } from "@/lib/calendar";
import { EXPORTS } from "@/lib/exports/rules";
import { rangeSchema } from "@/lib/exports/schema";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "Exports" };

export default async function Exports({ searchParams }: PageProps<"/admin/exports">) {
  await requireRole("export files");
  const [typed, { timeZone }] = await Promise.all([searchParams, findSettings()]);
  const year = todayIn(timeZone, new Date()).slice(0, 4);
  const refused = rangeSchema.safeParse(typed).error?.issues ?? [];
  const typedIn = (name: "from" | "to") => (typeof typed[name] === "string" ? typed[name] : "");
  return (
    <>
      <PageHeading title="Exports">
        CSV files for a spreadsheet. Who takes one is in the audit log.
      </PageHeading>
      {Object.entries(EXPORTS).map(([kind, { title, about, range }]) => {
        const isAsked = typed.kind === kind;
        const errorOf = (name: string) =>
          isAsked ? refused.find(({ path }) => path[0] === name)?.message : undefined;
        return (
          <Panel key={kind} title={title}>
            <form action={`/admin/exports/${kind}`} method="get" className="flex flex-col gap-4">
              <p className="measure text-body">{about}</p>
              <div className="flex flex-wrap items-end gap-4">
                {range ? (
                  <fieldset className="min-w-0">
                    <legend className="pb-2 text-body text-muted">{range}</legend>
                    <div className="flex flex-wrap gap-4">
                      <div className="w-44">
                        <Field
                          id={`${kind}-from`}
                          name="from"
                          type="date"
                          label="From"
                          required
                          error={errorOf("from")}
                          defaultValue={isAsked ? typedIn("from") : `${year}-01-01`}
                        />
                      </div>
                      <div className="w-44">
                        <Field
                          id={`${kind}-to`}
                          name="to"
                          type="date"
                          label="To"
                          required
                          error={errorOf("to")}
                          defaultValue={isAsked ? typedIn("to") : `${year}-12-31`}
                        />
                      </div>
                    </div>
                  </fieldset>
                ) : null}
                <Button type="submit">{`Download ${title.toLowerCase()}`}</Button>
              </div>
            </form>
          </Panel>
        );
      })}
    </>
  );
}
