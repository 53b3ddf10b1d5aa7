import { Document, Page, renderToBuffer, View } from "@react-pdf/renderer";
import { dateOf } from "@/lib/calendar";
import { Ends, Foot } from "@/lib/certificates/page/ends";
import { layoutFor, MARGIN } from "@/lib/certificates/page/layout";
import { Border, Sentence, Statements } from "@/lib/certificates/page/parts";
import { Watermark } from "@/lib/certificates/page/watermark";
import type { CertificateFacts } from "@/lib/certificates/rules";
import { type CertificateLines, certificateLines } from "@/lib/certificates/wording";
import { missingFrom } from "@/lib/drawing/fonts";
import { PAPERS } from "@/lib/drawing/papers";
import { registerFonts } from "@/lib/drawing/registered";

registerFonts();

/** What a certificate is drawn from: its facts, and the picture that they name. */
export type CertificateSource = { facts: CertificateFacts; logo: Uint8Array | null };

/**
 * The certificate as one page of PDF: the same facts give the same bytes. Throws when a character has
 * no glyph, or the logo can't be drawn, rather than print it wrong. `watermark`: a word across what is
 * no certificate.
 */
export async function renderCertificate(
  { facts, logo }: CertificateSource,
  watermark?: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const lines = certificateLines(facts);
  const missing = missingFrom(lines);
  if (missing.length > 0) throw new Error(`No font has a glyph for ${missing.join(" ")}.`);
  const drawn = await renderToBuffer(<Certificate {...{ facts, logo, lines, watermark }} />);
  // react-pdf leaves out a picture that it can't read.
  if (logo && !drawn.includes("/Subtype /Image")) throw new Error("The logo is not to be drawn.");
  // A copy of its own: Node's buffers share memory, which a thread can't hand over.
  return new Uint8Array(drawn);
}

type CertificateProps = CertificateSource & { lines: CertificateLines; watermark?: string };

function Certificate({ facts, logo, lines, watermark }: CertificateProps) {
  const paper = PAPERS[facts.paper];
  const layout = layoutFor(lines, paper);
  const inset = {
    height: paper.height,
    paddingHorizontal: MARGIN.side,
    paddingTop: layout.top,
    paddingBottom: MARGIN.bottom,
  };
  return (
    <Document
      title={`${lines.heading}: ${facts.title}`}
      author={facts.provider}
      subject={lines.foot}
      creator="Credence"
      producer="Credence"
      language="en"
      creationDate={dateOf(facts.issuedOn)}
    >
      <Page size={[paper.width, paper.height]} wrap={false}>
        <View style={inset}>
          <Border {...paper} />
          {watermark ? <Watermark {...paper}>{watermark}</Watermark> : null}
          <Sentence lines={layout.sentence} />
          <Statements lines={lines} {...layout.small} />
          <Ends {...{ lines, layout, facts, logo }} />
          <Foot width={layout.width}>{lines.foot}</Foot>
        </View>
      </Page>
    </Document>
  );
}
