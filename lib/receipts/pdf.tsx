import { Document, Page, renderToBuffer, View } from "@react-pdf/renderer";
import { dateOf, formatLongDay } from "@/lib/calendar";
import { ACCENT, HAIRLINE, INK, MUTED } from "@/lib/drawing/ink";
import { PAPERS } from "@/lib/drawing/papers";
import { printedFacts } from "@/lib/drawing/printed";
import { registerFonts } from "@/lib/drawing/registered";
import { Words } from "@/lib/drawing/words";
import type { ReceiptFacts } from "@/lib/receipts/rules";

registerFonts();

const SIDE = 56;
const AMOUNT = 110;

const serif = { align: "left", lineHeight: 1.25 } as const;
const sans = { house: "Source Sans", align: "left", size: 10, lineHeight: 1.4 } as const;

/** A receipt as one page of PDF, drawn from the facts alone. */
export async function renderReceipt(facts: ReceiptFacts): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await renderToBuffer(<Receipt facts={printedFacts(facts)} />));
}

function Receipt({ facts }: { facts: ReceiptFacts }) {
  const paper = PAPERS[facts.paper];
  const width = paper.height - 2 * SIDE;
  return (
    <Document
      title={`Receipt for invoice ${facts.invoiceNumber}`}
      author={facts.association}
      creator="Credence"
      producer="Credence"
      language="en"
      creationDate={dateOf(facts.madeOn)}
    >
      <Page size={[paper.height, paper.width]} style={{ padding: SIDE }}>
        <Words {...serif} size={10} color={ACCENT} width={width}>
          {facts.association}
        </Words>
        <Words {...serif} size={21} color={INK} width={width} marginTop={6}>
          {`Receipt for invoice ${facts.invoiceNumber}`}
        </Words>
        <Words {...serif} size={13} color={INK} width={width} marginTop={6}>
          {whose(facts)}
        </Words>
        <Lines facts={facts} width={width} />
        {told(facts).map((sentence) => (
          <Words key={sentence} {...sans} color={MUTED} width={width} marginTop={4}>
            {sentence}
          </Words>
        ))}
      </Page>
    </Document>
  );
}

const whose = ({ name, memberNumber }: ReceiptFacts) =>
  memberNumber ? `${name}  ·  member ${memberNumber}` : name;

function told(facts: ReceiptFacts): string[] {
  return [
    `Invoice of ${formatLongDay(facts.issuedOn)}. Paid on ${formatLongDay(facts.paidOn)}.`,
    `${facts.paidBy}. Reference ${facts.reference}.`,
    ...(facts.refundedOn
      ? [`${facts.total} was given back on ${formatLongDay(facts.refundedOn)}.`]
      : []),
    `Questions? Write to ${facts.contact}.`,
  ];
}

function Lines({ facts, width }: { facts: ReceiptFacts; width: number }) {
  const total = facts.refundedOn ? "Paid, and given back" : "Paid";
  return (
    <View style={{ marginVertical: 22, borderTop: `0.8 solid ${INK}` }}>
      {facts.lines.map(({ text, amount }) => (
        <Line key={text} text={text} amount={amount} width={width} />
      ))}
      <View style={{ borderTop: `0.8 solid ${INK}` }}>
        <Line text={total} amount={facts.total} width={width} />
      </View>
    </View>
  );
}

function Line({ text, amount, width }: { text: string; amount: string; width: number }) {
  return (
    <View
      style={{
        flexDirection: "row",
        paddingVertical: 5,
        borderBottom: `0.4 solid ${HAIRLINE}`,
      }}
    >
      <Words {...sans} color={INK} width={width - AMOUNT}>
        {text}
      </Words>
      <Words {...sans} color={INK} width={AMOUNT} align="right">
        {amount}
      </Words>
    </View>
  );
}
