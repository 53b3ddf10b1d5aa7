import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");

function chunk(name: string, content: Uint8Array) {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/**
 * A PNG of one colour, half transparent; `isBroken`: what is packed in it can't be unpacked.
 */
export function aPng({ width = 200, height = 80, shade = 90, isBroken = false } = {}) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits each of red, green, blue and opacity.
  header.set([8, 6, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.alloc(1), Buffer.alloc(width * 4, shade)]);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  const packed = isBroken ? Buffer.alloc(100, 7) : deflateSync(rows);
  const parts = [chunk("IHDR", header), chunk("IDAT", packed), chunk("IEND", Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([SIGNATURE, ...parts]));
}

/** The beginning of a JPEG: its header, a comment and what states its size. */
export function aJpegHead({ width, height }: { width: number; height: number }) {
  const frame = Buffer.from("ffc000110800000000030122000211010311", "hex");
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const head = Buffer.from("ffd8ffe000104a46494600010100000100010000fffe00064e6f7465", "hex");
  return new Uint8Array(Buffer.concat([head, frame, Buffer.from("0300", "hex")]));
}
