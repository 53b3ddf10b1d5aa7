/** What a form may carry. */
export const MOST_DOCUMENTS = 5;

/** An upload that no entry, no reporting form and no audit keeps. */
export const LOOSE = { entryId: null, formId: null, auditId: null } as const;

/** Uploads that wait for their form to be saved; more are refused until the old ones are swept. */
export const MOST_LOOSE_DOCUMENTS = 20;

/** What a document may be, by its content; the names that go with each, the first one added. */
export const MEDIA_TYPES: Readonly<Record<string, readonly string[]>> = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
  "image/heic": ["heic", "heif"],
};

/** For `<input accept>`: a hint, the content decides. */
export const ACCEPTED = [
  ...Object.keys(MEDIA_TYPES),
  ...Object.values(MEDIA_TYPES).flatMap((names) => names.map((name) => `.${name}`)),
].join(",");

const MEGABYTE = 1024 * 1024;

export function bytesOf(megabytes: number): number {
  return megabytes * MEGABYTE;
}

/** Why a file is not taken: empty, too large, or no PDF, JPEG, PNG or HEIC whatever its name says. */
export function refusalOfFile(
  file: { name: string; size: number; mediaType: string | null },
  limitMegabytes: number,
): string | null {
  const name = fileNameOf(file.name, null);
  if (file.size === 0) return `${name} is empty. Choose the file again.`;
  if (file.size > bytesOf(limitMegabytes)) return refusalOfSize(name, limitMegabytes);
  if (file.mediaType === null || !Object.hasOwn(MEDIA_TYPES, file.mediaType)) {
    return `${name} is not a PDF, JPEG, PNG or HEIC file. Save it as one of these and choose it again.`;
  }
  return null;
}

export function refusalOfSize(name: string, limitMegabytes: number): string {
  return `${fileNameOf(name, null)} is larger than ${limitMegabytes} MB. Choose a smaller file.`;
}

const LONGEST_NAME = 120;
// Control characters, what file systems refuse, and what turns the direction of the rest.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}<>:"|?*\\/]/gu;

/**
 * The name a document is kept and downloaded under: no folders, nothing unsafe, and the ending that its
 * content calls for (null: as it came, to speak of a refused one).
 */
export function fileNameOf(given: string, mediaType: string | null): string {
  const last = given.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const clean = last
    .replaceAll(UNSAFE, "")
    .replaceAll(/\s+/g, " ")
    .replace(/^[. ]+/, "");
  const point = clean.lastIndexOf(".");
  const stem = (point > 0 ? clean.slice(0, point) : clean).trim();
  const ending = point > 0 ? clean.slice(point + 1) : "";
  const fitting = mediaType === null ? null : (MEDIA_TYPES[mediaType] ?? []);
  const short = [...(stem || "document")].slice(0, LONGEST_NAME).join("");
  if (fitting === null) return ending ? `${short}.${[...ending].slice(0, 10).join("")}` : short;
  if (fitting.includes(ending.toLowerCase())) return `${short}.${ending}`;
  return `${short}${ending ? `.${[...ending].slice(0, 10).join("")}` : ""}.${fitting[0]}`;
}

/** "1.2 MB", "640 KB" */
export function printSize(bytes: number): string {
  if (bytes >= MEGABYTE) return `${(bytes / MEGABYTE).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

/** Why a member can keep no more uploads for now; so many wait for their form already. */
export function refusalOfLoose(waiting: number): string | null {
  if (waiting < MOST_LOOSE_DOCUMENTS) return null;
  return "You have uploaded many documents without saving their form. Save it, or try again tomorrow.";
}

/** A document as forms and lists show it. */
export type ListedDocument = { id: string; fileName: string; size: number };

/** A form that is left for so long is abandoned, and so are its uploads. */
export const ABANDONED_AFTER_HOURS = 24;

/** Fonts and character maps of pdf.js, by the folders of its package, that a document may need. */
export const PDF_FRAME_ASSET =
  /^(cmaps\/[\w-]{1,60}\.bcmap|standard_fonts\/[\w-]{1,60}\.(pfb|ttf))$/;
