import { randomBytes } from "node:crypto";
import { certificateNumber } from "@/lib/certificates/number";
import { aCertificate } from "@/tests/unit/certificates/a-certificate";
import { certificateFirst } from "./certificate-first";

const FIRST = ["Amara", "Kwame", "Ingrid", "Ethan", "Olivia", "Mateo", "Grace", "Liam", "Fatima"];
const LAST = [
  "Okafor",
  "Boateng",
  "Silva",
  "Brown",
  "Rossi",
  "Kim",
  "Washington",
  "Jones",
  "Benali",
];

/** Each round draws another member's certificate, so that nothing of the last one is at hand. */
export async function certificateFirstRatio(): Promise<number> {
  const { rendered, bare, ratio } = await certificateFirst((round) => {
    const number = certificateNumber(randomBytes(10));
    const first = FIRST[round % FIRST.length];
    const last = LAST[Math.floor(round / FIRST.length) % LAST.length];
    return aCertificate({
      name: `${first} ${last} ${round}`,
      number,
      verifyUrl: `https://credits.example.org/verify/${number}?version=1`,
    });
  });
  console.log(`certificate-first: ${rendered.toFixed(2)} ms against ${bare.toFixed(2)} ms`);
  return ratio;
}
