import { Document, Page, renderToBuffer, View } from "@react-pdf/renderer";
import { type Day, dateOf } from "@/lib/calendar";
import { ACCENT, HAIRLINE, INK, MUTED } from "@/lib/drawing/ink";
import { PAPERS, type Paper } from "@/lib/drawing/papers";
import { printedFacts } from "@/lib/drawing/printed";
import { registerFonts } from "@/lib/drawing/registered";
import { Words } from "@/lib/drawing/words";

registerFonts();

/** A CEC Reporting Form with everything that is printed of it. */
export type PrintedForm = {
  association: string;
  paper: Paper;
  madeOn: Day;
  title: string;
  lines: { name: string; fact: string }[];
  /** Null: not signed, with room to be signed on paper. */
  signature: { name: string; told: string; hash: string } | null;
  attestation: string;
};

const SIDE = 56;
const NAMES = 120;

/** The form as a page of PDF, drawn from these facts alone. */
export async function renderForm(facts: PrintedForm): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await renderToBuffer(<Form facts={printedFacts(facts)} />));
}

const serif = { align: "left", lineHeight: 1.25 } as const;
const sans = { house: "Source Sans", align: "left", size: 10.5, lineHeight: 1.4 } as const;

function Form({ facts }: { facts: PrintedForm }) {
  const paper = PAPERS[facts.paper];
  const width = paper.height - 2 * SIDE;
  return (
    <Document
      title={`CEC Reporting Form: ${facts.title}`}
      author={facts.association}
      creator="Credence"
      producer="Credence"
      language="en"
      creationDate={dateOf(facts.madeOn)}
    >
      <Page size={[paper.height, paper.width]} style={{ padding: SIDE }}>
        <Words {...serif} size={11} color={ACCENT} width={width}>
          {facts.association}
        </Words>
        <Words {...serif} size={22} color={INK} width={width} marginTop={6}>
          CEC Reporting Form
        </Words>
        <View style={{ marginTop: 20 }}>
          {facts.lines.map(({ name, fact }) => (
            <View
              key={name}
              style={{
                flexDirection: "row",
                borderTop: `0.5 solid ${HAIRLINE}`,
                paddingVertical: 6,
              }}
            >
              <Words {...sans} color={MUTED} width={NAMES}>
                {name}
              </Words>
              <Words {...sans} color={INK} width={width - NAMES}>
                {fact}
              </Words>
            </View>
          ))}
        </View>
        <Signature facts={facts} width={width} />
      </Page>
    </Document>
  );
}

function Signature({ facts, width }: { facts: PrintedForm; width: number }) {
  const { signature } = facts;
  return (
    <View wrap={false} style={{ marginTop: 28 }}>
      <Words {...serif} size={14} color={INK} width={width}>
        Verified by the local office
      </Words>
      <Words {...sans} color={INK} width={width} marginTop={6}>
        {facts.attestation}
      </Words>
      {signature ? (
        <>
          <Words {...serif} size={16} color={INK} width={width} marginTop={16}>
            {signature.name}
          </Words>
          <Words {...sans} color={MUTED} width={width} marginTop={2}>
            {signature.told}
          </Words>
          <Words {...sans} size={8} color={MUTED} width={width} marginTop={8}>
            {`SHA-256 of what was signed: ${signature.hash}`}
          </Words>
        </>
      ) : (
        <View style={{ flexDirection: "row", marginTop: 56, columnGap: 32 }}>
          {["Name", "Signature", "Date"].map((what) => (
            <View key={what} style={{ borderTop: `0.8 solid ${INK}`, paddingTop: 4 }}>
              <Words {...sans} size={9} color={MUTED} width={(width - 64) / 3}>
                {what}
              </Words>
            </View>
          ))}
        </View>
      )}
    </View>
  );
}
