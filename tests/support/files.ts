/** The first bytes by which each kind of file is known; enough to be judged. */
const STARTS = {
  pdf: Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n", "latin1"),
  jpeg: Buffer.from("ffd8ffe000104a46494600010100000100010000ffdb", "hex"),
  png: Buffer.from(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000154a24f350000000049454e44ae426082",
    "hex",
  ),
  heic: Buffer.concat([
    Buffer.from("00000018", "hex"),
    Buffer.from("ftypheic\0\0\0\0mif1heic", "latin1"),
  ]),
  gif: Buffer.from("GIF89a\u0001\0\u0001\0", "latin1"),
  html: Buffer.from("<!doctype html><script>alert(1)</script>"),
  empty: Buffer.alloc(0),
} as const;

export type FileKind = keyof typeof STARTS;

/** A file of this kind, of at least its first bytes. */
export function aFile(kind: FileKind, size = STARTS[kind].length): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.max(size, STARTS[kind].length));
  bytes.set(STARTS[kind]);
  return bytes;
}
