import { openSync } from "fontkit";
import PDFDocument from "pdfkit";
import { BORDER, layoutFor, MARGIN, SMALL_GAP } from "@/lib/certificates/page/layout";
import { MARK, SEAL } from "@/lib/certificates/page/seal";
import type { CertificateFacts } from "@/lib/certificates/rules";
import { certificateLines } from "@/lib/certificates/wording";
import { emphasised } from "@/lib/drawing/emphasis";
import { fontPath, type HouseFamily } from "@/lib/drawing/fonts";
import { ACCENT, HAIRLINE, INK, MUTED } from "@/lib/drawing/ink";
import { PAPERS } from "@/lib/drawing/papers";
import { qrPath } from "@/lib/drawing/qr";

const FONTS = (["Source Serif", "Source Serif Italic", "Source Sans"] as const).map((house) => ({
  house,
  font: openSync(fontPath(house)),
}));

/** What a hand-written program would do at least: the certificate's page with every size known beforehand. */
export function bareCertificate(facts: CertificateFacts) {
  const paper = PAPERS[facts.paper];
  const layout = layoutFor(certificateLines(facts), paper);
  return async function draw(): Promise<Uint8Array> {
    const lines = certificateLines(facts);
    const { path, size: modules } = qrPath(facts.verifyUrl);
    const doc = new PDFDocument({
      size: [paper.width, paper.height],
      margin: 0,
      lang: "en",
      info: { Title: facts.title, Author: facts.provider, CreationDate: new Date(0) },
    });
    const bytes = collected(doc);
    for (const { house, font } of FONTS) register(doc, house, font);
    border(doc, paper, BORDER, 0.6);
    border(doc, paper, BORDER + 4, 0.3);
    let y = MARGIN.top;
    for (const { text, house, size, leading, gap, name } of layout.sentence) {
      const left = MARGIN.side;
      const spacing = name === "heading" ? 2.4 : 0;
      y = words(doc, {
        text,
        house,
        size,
        leading,
        left,
        width: layout.width,
        y: y + gap,
        spacing,
      });
    }
    const { size, width, leading } = layout.small;
    const left = (paper.width - width) / 2;
    for (const { heading, text } of lines.statements) {
      const at = { size, width, leading, left };
      y = words(doc, {
        ...at,
        text: heading,
        house: "Source Sans",
        y: y + SMALL_GAP * size,
        colour: ACCENT,
      });
      y = words(doc, { ...at, text, house: "Source Serif", y });
    }
    words(doc, { size, width, leading, left, text: lines.accreditation, house: "Source Serif", y });
    const foot = paper.height - MARGIN.bottom - 100;
    const end = { left: MARGIN.side, width: layout.width, leading: 1.3, colour: MUTED };
    const house = "Source Sans";
    words(doc, {
      ...end,
      text: lines.signatory.name,
      house: "Source Serif",
      size: 11,
      y: foot + 50,
      align: "left",
    });
    words(doc, {
      ...end,
      text: lines.signatory.title,
      house,
      size: 8.5,
      y: foot + 64,
      align: "left",
    });
    words(doc, { ...end, text: facts.number, house, size: 8.5, y: foot + 64, align: "right" });
    words(doc, { ...end, text: lines.check, house, size: 8.5, y: foot + 75, align: "right" });
    words(doc, { ...end, text: lines.foot, house, size: 8, y: foot + 90 });
    doc
      .save()
      .translate(paper.width / 2 - 32, foot)
      .lineWidth(0.35)
      .path(SEAL)
      .stroke(ACCENT);
    doc.path(MARK).fill(ACCENT).restore();
    doc
      .save()
      .translate(paper.width - MARGIN.side - 58, foot)
      .scale(58 / modules);
    doc.path(path).fill(INK).restore();
    doc.end();
    return await bytes;
  };
}

type Doc = InstanceType<typeof PDFDocument>;
type Setting = {
  text: string;
  house: HouseFamily;
  size: number;
  leading: number;
  left: number;
  width: number;
  y: number;
  colour?: string;
  spacing?: number;
  align?: "left" | "center" | "right";
};

/** Sets the text in lines with the AMA's words in italics; gives the y below. */
function words(doc: Doc, setting: Setting): number {
  const {
    text,
    house,
    size,
    leading,
    left,
    width,
    colour = INK,
    spacing = 0,
    align = "center",
  } = setting;
  let { y } = setting;
  doc.fontSize(size).fillColor(colour);
  let line: { word: string; font: string; width: number }[] = [];
  let used = 0;
  const flush = () => {
    const free = width - used;
    let x = left + (align === "center" ? free / 2 : align === "right" ? free : 0);
    for (const run of joined(line)) {
      doc.font(run.font).text(run.text, x, y, { lineBreak: false, characterSpacing: spacing });
      x += run.width;
    }
    y += leading * size;
    line = [];
    used = 0;
  };
  for (const part of emphasised(text)) {
    const font = part.italic ? "Source Serif Italic" : house;
    doc.font(font);
    for (const word of part.text.split(/(?<= )/)) {
      const wide = doc.widthOfString(word, { characterSpacing: spacing });
      if (used + wide > width) flush();
      line.push({ word, font, width: wide });
      used += wide;
    }
  }
  flush();
  return y;
}

function joined(line: readonly { word: string; font: string; width: number }[]) {
  const runs: { text: string; font: string; width: number }[] = [];
  for (const { word, font, width } of line) {
    const last = runs.at(-1);
    if (last?.font === font) {
      last.text += word;
      last.width += width;
    } else runs.push({ text: word, font, width });
  }
  return runs;
}

/** PDFKit takes an opened font too, which its types don't say. */
function register(doc: Doc, name: string, font: unknown) {
  const registered: { registerFont(name: string, font: unknown): unknown } = doc;
  registered.registerFont(name, font);
}

function border(doc: Doc, paper: { width: number; height: number }, inset: number, line: number) {
  doc.lineWidth(line).rect(inset, inset, paper.width - 2 * inset, paper.height - 2 * inset);
  doc.stroke(HAIRLINE);
}

function collected(doc: Doc): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
}
