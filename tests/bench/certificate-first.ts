import { renderCertificate } from "@/lib/certificates/pdf";
import type { CertificateFacts } from "@/lib/certificates/rules";
import { bareCertificate } from "@/tests/bench/bare-certificate";

const WARM_UPS = 20;
const ROUNDS = 200;

/**
 * Rendering a certificate against drawing the same page with bare PDFKit, both with fonts that are
 * open already: medians in milliseconds, the two sides alternating. Each round is another member's.
 */
export async function certificateFirst(
  factsOf: (round: number) => CertificateFacts,
  rounds = ROUNDS,
) {
  const rendered: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < WARM_UPS + rounds; round += 1) {
    const facts = factsOf(round);
    const draw = bareCertificate(facts);
    const ours = await taken(() => renderCertificate({ facts, logo: null }));
    const theirs = await taken(draw);
    if (round < WARM_UPS) continue;
    rendered.push(ours);
    bare.push(theirs);
  }
  const medians = { rendered: median(rendered), bare: median(bare) };
  return { ...medians, ratio: medians.rendered / medians.bare };
}

async function taken(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
