import { describe, expect, it, test } from "vitest";
import { isUnpackable, shapeOf } from "@/lib/pictures/rules";
import { aJpegHead, aPng } from "@/tests/support/a-picture";

describe("a picture's width and height", () => {
  it("are what a PNG states", () => {
    expect(shapeOf(aPng({ width: 320, height: 90 }), "image/png")).toEqual({
      width: 320,
      height: 90,
    });
  });

  it("are what a JPEG states, whatever comes before", () => {
    const head = aJpegHead({ width: 640, height: 300 });
    expect(shapeOf(head, "image/jpeg")).toEqual({ width: 640, height: 300 });
  });

  it("are unknown where the file ends before it states them", () => {
    expect(shapeOf(aPng().slice(0, 20), "image/png")).toBeNull();
    expect(shapeOf(aJpegHead({ width: 1, height: 1 }).slice(0, 24), "image/jpeg")).toBeNull();
  });
});

test("a PNG whose rows can't be unpacked, or are too many, is told from a good one", () => {
  const unpacks = (bytes: Uint8Array, most = 100_000) => isUnpackable(bytes, "image/png", most);
  expect(unpacks(aPng())).toBe(true);
  expect(unpacks(aPng(), 1000)).toBe(false);
  expect(unpacks(aPng({ isBroken: true }))).toBe(false);
  expect(unpacks(aPng().slice(0, 60))).toBe(false);
});
