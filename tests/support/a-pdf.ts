import { once } from "node:events";
import PdfDocument from "pdfkit";

/**
 * A PDF of so many pages with a dark field and a line in a font it does not carry. It means harm: it
 * would run a script when it is opened and lead elsewhere when it is clicked.
 */
export async function aPdf(pages: number): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = new PdfDocument({ size: "A5" });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  pdf.addNamedJavaScript("open", 'app.alert("harm"); app.launchURL("https://harm.example/")');
  for (let page = 1; page <= pages; page += 1) {
    if (page > 1) pdf.addPage();
    pdf.rect(50, 50, 200, 200).fill("#203040");
    pdf.fill("black").font("Helvetica").text(`Proof, page ${page}`, 50, 300);
    pdf.link(0, 0, 420, 595, "https://harm.example/");
  }
  pdf.end();
  await once(pdf, "end");
  return new Uint8Array(Buffer.concat(chunks));
}
