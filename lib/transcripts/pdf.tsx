import { Document, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";
import { dateOf } from "@/lib/calendar";
import { MUTED } from "@/lib/drawing/ink";
import { PAPERS } from "@/lib/drawing/papers";
import { printedFacts } from "@/lib/drawing/printed";
import { registerFonts } from "@/lib/drawing/registered";
import { Words } from "@/lib/drawing/words";
import { Cycles, Heading, Totals } from "@/lib/transcripts/page/summary";
import { EntryRow, TableHead } from "@/lib/transcripts/page/table";
import type { TranscriptFacts } from "@/lib/transcripts/rules";

registerFonts();

const SIDE = 48;

/** The transcript as pages of PDF, drawn from the facts alone. */
export async function renderTranscript(facts: TranscriptFacts): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await renderToBuffer(<Transcript facts={printedFacts(facts)} />));
}

function Transcript({ facts }: { facts: TranscriptFacts }) {
  const paper = PAPERS[facts.paper];
  const width = paper.height - 2 * SIDE;
  return (
    <Document
      title={`Transcript of ${facts.name}`}
      author={facts.association}
      creator="Credence"
      producer="Credence"
      language="en"
      creationDate={dateOf(facts.madeOn)}
    >
      <Page
        size={[paper.height, paper.width]}
        style={{ paddingHorizontal: SIDE, paddingTop: 44, paddingBottom: 56 }}
      >
        <Heading facts={facts} width={width} />
        <Cycles facts={facts} width={width} />
        <TableHead width={width} />
        {facts.rows.map((row) => (
          <EntryRow key={row.entry.id} row={row} cycles={facts.cycles} width={width} />
        ))}
        <Totals facts={facts} width={width} />
        <View
          fixed
          style={{
            position: "absolute",
            left: SIDE,
            right: SIDE,
            bottom: 28,
            flexDirection: "row",
            justifyContent: "space-between",
          }}
        >
          <Words house="Source Sans" size={8} color={MUTED} width={width - 80} align="left">
            {`${facts.association}  ·  ${facts.name}`}
          </Words>
          <Text
            style={{ fontFamily: "Source Sans", fontSize: 8, color: MUTED }}
            render={({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`}
          />
        </View>
      </Page>
    </Document>
  );
}
