/** Of the house, as the screens have them in light. */
export const INK = "#1b2027";
export const MUTED = "#545b64";
export const ACCENT = "#0b5568";
export const HAIRLINE = "#b4b1a6";
