// They turn the order of letters round, or make two names look the same. The signs of Arabic, Syriac
// and Kaithi numbers are format characters that show; the two joiners (U+200C, U+200D) spell words
// where letters join, which those of Latin, Greek and Cyrillic don't.
const INVISIBLE =
  /(?![\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}\u200C\u200D])\p{Cf}|(?<![\p{L}\p{M}])[\u200C\u200D]|(?<=[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])[\u200C\u200D]/u;

/** Why a text that holds a character nobody sees is not taken; null when it is. */
export function refusalOfInvisible(text: string, what: "cell" | "field"): string | null {
  const [invisible] = INVISIBLE.exec(text) ?? [];
  if (!invisible) return null;
  const code = invisible.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  return `This ${what} holds the invisible character U+${code}. Remove it.`;
}
