/** Landscape, in points. */
export const PAPERS = {
  A4: { width: 841.89, height: 595.28 },
  Letter: { width: 792, height: 612 },
} as const;

export type Paper = keyof typeof PAPERS;
