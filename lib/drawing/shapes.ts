import type { Font, GlyphRun } from "fontkit";

const MOST_SHAPES = 4000;

/**
 * The font, remembering how it shaped a text: documents differ in few of their lines.
 * Fontkit keeps a glyph with the text that it was first asked for. What an earlier document said
 * would reach the text layer, and so the bytes, of the next, and Arabic letters would lose their
 * joins: each text is shaped with glyphs of its own.
 */
export function remembering(font: Font & { _glyphs?: object }): Font {
  const shapes = new Map<string, GlyphRun>();
  const layout: Font["layout"] = (text, ...how) => {
    const key = JSON.stringify([text, ...how]);
    const known = shapes.get(key);
    if (known) return known;
    font._glyphs = {};
    const run = font.layout(text, ...how);
    if (shapes.size >= MOST_SHAPES) shapes.clear();
    shapes.set(key, run);
    return run;
  };
  return Object.create(font, { layout: { value: layout } });
}
