import { Font } from "@react-pdf/renderer";
import { FONT_FAMILIES, fontOf, fontPath } from "@/lib/drawing/fonts";

/** Makes the house's fonts known to react-pdf; twice is no more than once. */
export function registerFonts() {
  for (const family of FONT_FAMILIES) {
    Font.register({ family, src: fontPath(family) });
    // One opened font serves coverage, sizes and drawing, and is opened when a text first needs it.
    const source = Font.getFont({ fontFamily: family });
    source.load = async () => {
      source.data ??= fontOf(family);
    };
  }
  // Names and titles are never hyphenated.
  Font.registerHyphenationCallback((word) => [word]);
}
