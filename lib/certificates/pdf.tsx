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

/**
 * The certificate as one page of PDF: the same facts give the same bytes. Throws when a character has
 * no glyph, rather than print a name wrong. `watermark`: a word across what is no certificate.
 */
export async function renderCertificate(
  facts: CertificateFacts,
  watermark?: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const lines = certificateLines(facts);
  const missing = missingFrom(lines);
  if (missing.length > 0) throw new Error(`No font has a glyph for ${missing.join(" ")}.`);
  // A copy of its own: Node's buffers share memory, which a thread can't hand over.
  return new Uint8Array(await renderToBuffer(<Certificate {...{ facts, lines, watermark }} />));
}

function Certificate({
  facts,
  lines,
  watermark,
}: {
  facts: CertificateFacts;
  lines: CertificateLines;
  watermark?: string;
}) {
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
          <Ends lines={lines} layout={layout} facts={facts} />
          <Foot width={layout.width}>{lines.foot}</Foot>
        </View>
      </Page>
    </Document>
  );
}
