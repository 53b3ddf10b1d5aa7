import { inflateSync } from "node:zlib";

/** The pictures that both browsers and certificates can draw. */
export const PICTURE_TYPES = ["image/png", "image/jpeg"] as const;
type PictureType = (typeof PICTURE_TYPES)[number];

export function isPictureType(found: string | null): found is PictureType {
  return PICTURE_TYPES.some((each) => each === found);
}

/** Width and height in pixels, as a picture states them; null where it doesn't. */
export function shapeOf(bytes: Uint8Array, type: PictureType) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return type === "image/png" ? shapeOfPng(view) : shapeOfJpeg(view);
  } catch (error) {
    // It ends before it says so.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const SIGNATURE = 8;

/** The header is the first chunk, after the signature, its own length and its name. */
function shapeOfPng(view: DataView) {
  return { width: view.getUint32(SIGNATURE + 8), height: view.getUint32(SIGNATURE + 12) };
}

const FRAMES = [0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];

/** From marker to marker until the one that begins the frame. */
function shapeOfJpeg(view: DataView) {
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    if (FRAMES.includes(view.getUint8(at + 1))) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
  }
  return null;
}

/** Whether what a PNG packs can be unpacked, into at most `most` bytes; a JPEG is taken as it is. */
export function isUnpackable(bytes: Uint8Array, type: PictureType, most: number): boolean {
  if (type !== "image/png") return true;
  try {
    return inflateSync(packedIn(bytes), { maxOutputLength: most }).length > 0;
  } catch {
    return false;
  }
}

function packedIn(bytes: Uint8Array) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packed: Uint8Array[] = [];
  for (let at = SIGNATURE; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const start = at + 8;
    if (file.toString("latin1", at + 4, start) === "IDAT") {
      packed.push(file.subarray(start, start + length));
    }
    // Its check sum follows.
    at = start + length + 4;
  }
  return Buffer.concat(packed);
}
