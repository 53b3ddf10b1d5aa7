import { describe, expect, test } from "vitest";
import { isFromElsewhere } from "@/lib/origin";

describe("a form comes from elsewhere", () => {
  test.each([
    ["null", "http://localhost:3000"],
    ["http://evil.example", undefined],
    ["http://localhost:3001", undefined],
    ["http://localhost", undefined],
    ["not an address", undefined],
    ["http://localhost:3000", "https://credits.example.org"],
  ])("with the Origin %s at %s", (origin, publicUrl) => {
    expect(isFromElsewhere({ origin, host: "localhost:3000" }, publicUrl)).toBe(true);
  });
});

describe("a form may come from here", () => {
  test.each([
    [{ host: "localhost:3000" }, undefined],
    [{ origin: "http://localhost:3000", host: "localhost:3000" }, "http://localhost:3000"],
    [{ origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }, "http://localhost:3000"],
    [{ origin: "https://cme.example", host: "CME.example" }, "https://cme.example"],
    [
      { origin: "https://cme.example", host: "inside:3000", "x-forwarded-host": "cme.example" },
      "https://cme.example",
    ],
  ])("with the headers %j at %s", (headers, publicUrl) => {
    expect(isFromElsewhere(headers, publicUrl)).toBe(false);
  });
});
