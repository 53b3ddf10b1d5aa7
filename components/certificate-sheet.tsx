import type { CertificateLines } from "@/lib/certificates/wording";
import { emphasised } from "@/lib/drawing/emphasis";
import type { LogoShape } from "@/lib/logos/rules";
import { LogoPicture } from "./logo-picture";

/** A certificate in the words of its PDF, as a page. */
export function CertificateSheet({
  lines,
  logo,
}: {
  lines: CertificateLines;
  logo: LogoShape | null;
}) {
  return (
    <article
      aria-label={lines.heading}
      className="flex flex-col gap-6 rounded-soft border border-edge bg-surface px-6 py-10 text-center sm:px-12"
    >
      <p className="font-serif text-title">{lines.provider}</p>
      <h2 className="text-note font-semibold tracking-wide text-muted">{lines.heading}</h2>
      <div className="flex flex-col gap-2">
        <p>{lines.certifies}</p>
        <p className="font-serif text-display break-words">{lines.name}</p>
        <p>{lines.participated}</p>
        <p className="font-serif text-title break-words">{lines.title}</p>
        <p>{lines.held}</p>
        <p className="font-semibold">
          <Words>{lines.outcome}</Words>
        </p>
      </div>
      {lines.days.length > 0 ? (
        <ul className="text-body text-muted">
          {lines.days.map((day) => (
            <li key={day}>{day}</li>
          ))}
        </ul>
      ) : null}
      {lines.statements.map(({ heading, text }) => (
        <section key={heading} className="measure mx-auto text-body">
          <h3 className="font-semibold">{heading}</h3>
          <p>
            <Words>{text}</Words>
          </p>
        </section>
      ))}
      {lines.accreditation ? (
        <p className="measure mx-auto text-body">{lines.accreditation}</p>
      ) : null}
      <footer className="flex flex-wrap items-end justify-between gap-4 border-t border-hairline pt-6 text-start text-body">
        <p>
          {lines.signatory.name}
          <span className="block text-muted">{lines.signatory.title}</span>
        </p>
        {logo ? <LogoPicture {...logo} alt={lines.provider} size="block" /> : null}
        <p className="text-muted tabular-nums">
          {lines.foot}
          <span className="block">{lines.check}</span>
        </p>
      </footer>
    </article>
  );
}

function Words({ children }: { children: string }) {
  return emphasised(children).map(({ text, italic }) =>
    italic ? <em key={text}>{text}</em> : text,
  );
}
