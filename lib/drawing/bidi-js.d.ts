declare module "bidi-js" {
  type Bidi = {
    getEmbeddingLevels(text: string, direction?: "ltr" | "rtl" | "auto"): { levels: Uint8Array };
    getMirroredCharactersMap(text: string, levels: { levels: Uint8Array }): Map<number, string>;
  };
  export default function bidiFactory(): Bidi;
}
