import { Panel } from "@/components/panel";
import type { Preview } from "@/lib/reports/wording";

/** What saving would do, beside the form while it is typed and on the confirm step. */
export function EffectPanel({ preview }: { preview: Preview }) {
  return (
    <aside aria-label="What it will count" className="self-start lg:sticky lg:top-6">
      <Panel title="What it will count">
        <div role="status" className="flex flex-col gap-3 text-body">
          {preview ? (
            <Effect preview={preview} />
          ) : (
            <p className="text-muted">
              Enter the date, the format and the credits, and this says what they will count for
              each of your certifications.
            </p>
          )}
        </div>
      </Panel>
    </aside>
  );
}

function Effect({ preview }: { preview: NonNullable<Preview> }) {
  const { sentence, converted, programs } = preview;
  return (
    <>
      <p className="text-lead font-semibold">{sentence}</p>
      {converted ? <p>{converted}</p> : null}
      <dl className="flex flex-col gap-3">
        {programs.map(({ program, before, after, required, rule }) => (
          <div key={program}>
            <dt className="font-semibold">{program}</dt>
            <dd className="tabular-nums">
              {before === after ? `${after} of ${required}` : `${before} → ${after} of ${required}`}
            </dd>
            <dd className="text-muted">{rule}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
