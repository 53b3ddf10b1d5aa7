import { expect, test } from "vitest";
import { refusalOfLogo } from "@/lib/logos/rules";

const png = { size: 5000, mediaType: "image/png", shape: { width: 320, height: 90 } };

test.each([
  [png, null],
  [{ ...png, mediaType: "image/jpeg" }, null],
  [{ ...png, size: 262_144 }, null],
  [{ ...png, size: 262_145 }, "large"],
  [{ ...png, size: 0 }, "file"],
  [{ ...png, mediaType: "image/gif" }, "kind"],
  [{ ...png, mediaType: "application/xml" }, "kind"],
  [{ ...png, mediaType: null }, "kind"],
  [{ ...png, shape: null }, "broken"],
  [{ ...png, shape: { width: 2001, height: 90 } }, "pixels"],
  [{ ...png, shape: { width: 320, height: 31 } }, "pixels"],
] as const)("a logo of %o is refused as %s", (picture, refusal) => {
  expect(refusalOfLogo(picture)).toBe(refusal);
});
