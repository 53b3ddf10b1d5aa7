import { isPictureType } from "@/lib/pictures/rules";

/** A logo's largest size in bytes: every certificate carries a copy. */
export const MOST_KILOBYTES = 256;
/** Of width and height, in pixels: a certificate is drawn from all of them. */
export const MOST_PIXELS = 2000;
export const LEAST_PIXELS = 32;

/** A logo as pages show it; pixels. */
export type LogoShape = { sha256: string; width: number; height: number };

/** Why a file did not become the logo; the word stands in the address that leads back to the form. */
export const REFUSALS = {
  file: "Choose a file.",
  large: `The file is larger than ${MOST_KILOBYTES} KB. Every certificate carries a copy, so save a smaller one.`,
  kind: "This is no PNG or JPEG picture. Save it as one of these and choose it again; SVG is not taken, since it may carry programs.",
  pixels: `Choose a picture of ${LEAST_PIXELS} to ${MOST_PIXELS} pixels in width and height.`,
  broken:
    "The picture can't be drawn on a certificate. Save it once more as PNG and choose it again.",
  cut: "The upload did not arrive whole. Choose the file again.",
  changed: "The settings were changed meanwhile. The page shows what stands now.",
} as const;

export type Refusal = keyof typeof REFUSALS;

export function isRefusal(word: unknown): word is Refusal {
  return typeof word === "string" && Object.hasOwn(REFUSALS, word);
}

/** Why a picture is not taken, by what its content says; null: it is. */
export function refusalOfLogo(picture: {
  size: number;
  mediaType: string | null;
  shape: { width: number; height: number } | null;
}): Refusal | null {
  const { size, mediaType, shape } = picture;
  if (size === 0) return "file";
  if (size > MOST_KILOBYTES * 1024) return "large";
  if (!isPictureType(mediaType)) return "kind";
  if (!shape) return "broken";
  const sides = [shape.width, shape.height];
  return sides.every((side) => side >= LEAST_PIXELS && side <= MOST_PIXELS) ? null : "pixels";
}
