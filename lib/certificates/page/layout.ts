import { type Block, sizeToFit } from "@/lib/certificates/page/fit";
import type { CertificateLines } from "@/lib/certificates/wording";
import type { HouseFamily } from "@/lib/drawing/fonts";

export const BORDER = 26;
export const MARGIN = { side: 78, top: 56, bottom: 42 };
const SEPARATOR = "  ·  ";
export const SIGNATORY = 230;
export const CHECK = 230;
/** What a logo fits into; the seal is as high. */
export const LOGO = { width: 150, height: 64 };
/** The side of the QR code. */
export const CODE = 60;
/** Above a statement's credit type, relative to its size. */
export const SMALL_GAP = 0.55;
const SMALL_LEADING = 1.4;

const SMALL_INSET = 40;
const SMALL_MOST = 9.25;
/** Below it the sentence gives room to the statements. */
const SMALL_LEAST = 7;
// Signatory, code and foot, with the air above the statements and above these.
const ENDS = 116;

type Line = {
  house: HouseFamily;
  most: number;
  /** The most height it may take; the size shrinks to stay in it. */
  height: number;
  leading: number;
  /** Above it. */
  gap: number;
};

const LINES = {
  heading: { house: "Source Sans", most: 9.5, height: 13, leading: 1.3, gap: 0 },
  provider: { house: "Source Serif", most: 19, height: 26, leading: 1.3, gap: 10 },
  certifies: { house: "Source Serif Italic", most: 12.5, height: 18, leading: 1.3, gap: 8 },
  name: { house: "Source Serif", most: 38, height: 56, leading: 1.2, gap: 10 },
  participated: { house: "Source Serif Italic", most: 12.5, height: 18, leading: 1.3, gap: 12 },
  title: { house: "Source Serif", most: 23, height: 58, leading: 1.25, gap: 8 },
  held: { house: "Source Serif", most: 12.5, height: 34, leading: 1.3, gap: 5 },
  outcome: { house: "Source Serif", most: 17, height: 26, leading: 1.3, gap: 16 },
  days: { house: "Source Sans", most: 8.5, height: 24, leading: 1.4, gap: 6 },
} as const satisfies Record<string, Line>;

export type LineName = keyof typeof LINES;
export type Layout = ReturnType<typeof layoutFor>;

/** Sizes at which even the longest lines fit: nothing is cut and nothing reaches a second page. */
export function layoutFor(lines: CertificateLines, paper: { width: number; height: number }) {
  const width = paper.width - 2 * MARGIN.side;
  const { sentence, small, left } = roomy(lines, width, paper.height - MARGIN.top - MARGIN.bottom);
  return {
    width,
    // A page with little on it hangs lower.
    top: MARGIN.top + Math.min(left * 0.3, 36),
    sentence,
    small: { width: width - 2 * SMALL_INSET, size: small, leading: SMALL_LEADING },
    signatory: sizeToFit(
      signatoryBlocks(lines),
      { width: SIGNATORY, height: 32, lineHeight: 1.3 },
      8.5,
    ).size,
    check: sizeToFit(
      [{ text: lines.check, house: "Source Sans" }],
      { width: CHECK - CODE - 8, height: 12, lineHeight: 1.3 },
      8.5,
    ).size,
  };
}

/** The sentence as large as the statements allow. */
function roomy(lines: CertificateLines, width: number, height: number) {
  const blocks = smallBlocks(lines);
  for (let share = 1; ; share -= 0.1) {
    const sentence = sentenceAt(share, lines, width);
    const taken = sentence.reduce((sum, line) => sum + line.height + line.gap, 0);
    const room = { width: width - 2 * SMALL_INSET, height: height - taken - ENDS };
    const small = sizeToFit(blocks, { ...room, lineHeight: SMALL_LEADING }, SMALL_MOST);
    if (small.size >= SMALL_LEAST || share < 0.6) {
      return { sentence, small: small.size, left: room.height - small.height };
    }
  }
}

function sentenceAt(share: number, lines: CertificateLines, width: number) {
  return (Object.keys(LINES) as LineName[])
    .map((name) => ({ name, text: textOf(lines, name), ...LINES[name] }))
    .filter(({ text }) => text !== "")
    .map((line) => {
      const { text, house, leading } = line;
      const box = { width, height: line.height * share, lineHeight: leading };
      const fit = sizeToFit([{ text, house }], box, line.most * share);
      return { ...line, ...fit, gap: line.gap * share };
    });
}

function textOf(lines: CertificateLines, name: LineName): string {
  if (name === "heading") return lines.heading.toUpperCase();
  return name === "days" ? lines.days.join(SEPARATOR) : lines[name];
}

function smallBlocks({ statements, accreditation }: CertificateLines): Block[] {
  return [
    ...statements.flatMap(({ heading, text }): Block[] => [
      { text: heading, house: "Source Sans", gap: SMALL_GAP },
      { text, house: "Source Serif" },
    ]),
    { text: accreditation, house: "Source Serif", gap: SMALL_GAP },
  ];
}

function signatoryBlocks({ signatory }: CertificateLines): Block[] {
  return [
    { text: signatory.name, house: "Source Serif", scale: 1.3 },
    { text: signatory.title, house: "Source Sans" },
  ];
}
