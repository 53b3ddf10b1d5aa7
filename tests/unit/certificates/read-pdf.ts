import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

type Piece = { text: string; left: number; right: number; baseline: number };

/** What a reader finds in the file: its pages, the text of the first one, and its fonts. */
export async function readPdf(bytes: Uint8Array) {
  const task = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  const [, , width = 0, height = 0] = page.view;
  const { info } = await document.getMetadata();
  await task.destroy();
  const pieces = items.flatMap((item): Piece[] => {
    if (!("str" in item) || item.str.trim() === "") return [];
    const [, , , , left = 0, baseline = 0] = item.transform;
    return [{ text: item.str, left, right: left + item.width, baseline }];
  });
  return {
    pages: document.numPages,
    width,
    height,
    info,
    pieces,
    text: items.map((item) => ("str" in item ? item.str : "")).join(""),
    fonts: fontsOf(bytes),
  };
}

/** PDFKit compresses streams alone, so that what describes the fonts can be read as it stands. */
function fontsOf(bytes: Uint8Array) {
  const objects = Buffer.from(bytes).toString("latin1").split("endobj");
  const used = objects.filter((object) => /\/Type \/Font\b(?!Descriptor)/.test(object));
  const described = objects.filter((object) => object.includes("/Type /FontDescriptor"));
  return {
    names: described.map((object) => /\/FontName \/(\S+)/.exec(object)?.[1] ?? ""),
    standing: used.filter((object) => /\/Subtype \/Type1\b/.test(object)).length,
    embedded: described.filter((object) => object.includes("/FontFile2")).length,
  };
}
