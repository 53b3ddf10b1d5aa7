import { csvLine } from "@/lib/csv";
import { KINDS } from "@/lib/imports/kinds";
import { columnsOf } from "@/lib/imports/rules";
import { capital } from "@/lib/sentences";

/** What the header of each kind of file names, and an empty file that begins with it. */
export function ImportColumns() {
  return (
    <details>
      <summary className="w-fit cursor-pointer text-body font-semibold">
        The columns of each kind
      </summary>
      <p className="measure pt-2 text-body text-muted">
        The first line of the file names them, in any order.
      </p>
      <dl className="flex flex-col gap-3 pt-3 text-body">
        {KINDS.map(({ name, columns }) => {
          const { needed, optional } = columnsOf(columns);
          const kind = name.replace("-", " ");
          return (
            <div key={name}>
              <dt className="font-semibold">{capital(kind)}</dt>
              <dd className="wrap-anywhere">
                {needed.join(", ")}
                {optional.length > 0 ? (
                  <span className="text-muted">{`; may be left out: ${optional.join(", ")}`}</span>
                ) : null}
              </dd>
              <dd>
                <a
                  className="words-link"
                  download={`${name}.csv`}
                  href={`data:text/csv;charset=utf-8,${encodeURIComponent(csvLine([...needed, ...optional]))}`}
                >
                  {`An empty file of ${kind}`}
                </a>
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
