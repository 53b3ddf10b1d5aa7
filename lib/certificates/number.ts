import type { Day } from "@/lib/calendar";

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** "CR-" and 16 Crockford base-32 characters from 10 random bytes. */
export function certificateNumber(bytes: Uint8Array): string {
  if (bytes.length !== 10) throw new RangeError("A certificate number is made of 10 bytes.");
  let bits = bytes.reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);
  let characters = "";
  for (let position = 0; position < 16; position += 1) {
    characters = CROCKFORD.charAt(Number(bits & 31n)) + characters;
    bits >>= 5n;
  }
  return `CR-${characters}`;
}

/** The number as it was issued, read from what a person typed; null when it can't be one. */
export function parseCertificateNumber(typed: string): string | null {
  const characters = typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, "")
    .replace(/^CR/, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(characters) ? `CR-${characters}` : null;
}

/** The name that a person would keep the file under; `day` is the first claimed one. */
export function certificateFileName(certificate: {
  day: Day;
  title: string;
  number: string;
}): string {
  const { day, title, number } = certificate;
  const kept = shortened(
    title.normalize("NFC").replaceAll(REFUSED, " ").replaceAll(/\s+/g, " ").trim(),
  );
  return `${day}${kept === "" ? "" : ` ${kept}`} - Certificate ${number}.pdf`;
}

// Refused by Windows, macOS or a shell's tab completion: reserved signs, control and format characters.
const REFUSED = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Cn}]/gu;

// File systems refuse names over 255 bytes; the rest of the name takes 46.
const MOST_BYTES = 200;

function shortened(title: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = "";
  for (const { segment } of new Intl.Segmenter("en").segment(title)) {
    bytes += encoder.encode(segment).length;
    if (bytes > MOST_BYTES) return `${kept.trimEnd()}…`;
    kept += segment;
  }
  return kept;
}
