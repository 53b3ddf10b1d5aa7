import { MARK, SEAL } from "@/lib/certificates/page/seal";
import type { CertificateFacts } from "@/lib/certificates/rules";
import { certificateLines } from "@/lib/certificates/wording";
import { emphasised } from "@/lib/drawing/emphasis";
import type { LogoShape } from "@/lib/logos/rules";
import { LogoPicture } from "./logo-picture";
import { QrCode } from "./qr-code";

/** A certificate in the words and the order of its PDF, as a page. */
export function CertificateSheet({
  facts,
  logo,
}: {
  facts: CertificateFacts;
  logo: LogoShape | null;
}) {
  const lines = certificateLines(facts);
  return (
    <article
      aria-label={lines.heading}
      className="flex flex-col gap-8 rounded-soft border border-hairline bg-surface px-5 py-10 text-center sm:px-12"
    >
      <h2 className="font-serif text-title text-accent">{lines.heading}</h2>
      <div className="flex flex-col gap-3">
        <p>
          <span className="font-serif text-title">{lines.provider}</span>{" "}
          <span className="block text-muted">{lines.certifies}</span>
        </p>
        <p className="font-serif text-[2.25rem] leading-tight wrap-anywhere text-balance">
          {lines.name}
        </p>
        <p className="text-muted">{lines.participated}</p>
        <p className="font-serif text-display wrap-anywhere text-balance">{lines.title}</p>
        <p>{lines.held}</p>
        <p className="font-serif text-title text-balance">
          <Words>{lines.outcome}</Words>
        </p>
      </div>
      {lines.days.length > 0 ? (
        <ul className="text-body text-muted tabular-nums">
          {lines.days.map((day) => (
            <li key={day}>{day}</li>
          ))}
        </ul>
      ) : null}
      {lines.statements.map(({ heading, text }) => (
        <section key={heading} className="measure mx-auto text-body">
          <h3 className="text-body">{heading}</h3>
          <p>
            <Words>{text}</Words>
          </p>
        </section>
      ))}
      {lines.accreditation ? (
        <p className="measure mx-auto text-body">{lines.accreditation}</p>
      ) : null}
      <footer className="flex flex-col gap-6 border-t border-hairline pt-6 text-body">
        <div className="grid items-end gap-6 text-start sm:grid-cols-[1fr_auto_1fr]">
          <p>
            {lines.signatory.name}
            <span className="block text-muted">{lines.signatory.title}</span>
          </p>
          {logo ? <LogoPicture {...logo} alt={lines.provider} size="block" /> : <Seal />}
          <div className="flex flex-wrap items-end gap-3 sm:justify-end sm:text-end">
            <p className="text-note text-muted tabular-nums">
              {facts.number}
              <span className="block">{lines.check}</span>
            </p>
            <QrCode
              text={facts.verifyUrl}
              label="QR code of the public verify page"
              className="size-24 shrink-0"
            />
          </div>
        </div>
        <p className="text-note text-muted tabular-nums">{lines.foot}</p>
      </footer>
    </article>
  );
}

function Seal() {
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true" className="size-18 max-sm:hidden">
      <path d={SEAL} fill="none" strokeWidth={0.35} className="stroke-accent" />
      <path d={MARK} className="fill-accent" />
    </svg>
  );
}

function Words({ children }: { children: string }) {
  return emphasised(children).map(({ text, italic }) =>
    italic ? <em key={text}>{text}</em> : text,
  );
}
