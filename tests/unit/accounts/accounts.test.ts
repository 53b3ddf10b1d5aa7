import { describe, expect, test } from "vitest";
import { localPath, loginPath } from "@/lib/accounts/rules";
import { newPassword, signInSchema } from "@/lib/accounts/schema";
import { LIMITS, refusedUntil, wordsForWait } from "@/lib/attempts/rules";

describe("where the login leads on to", () => {
  test.each(["/events", "/events?type=Journal&year=2026", "/loginless", "/"])(
    "%s is a page here",
    (path) => {
      expect(localPath(path)).toBe(path);
    },
  );

  test.each([
    undefined,
    "",
    "events",
    "https://elsewhere.example",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "/\t/elsewhere.example",
    "/\n/elsewhere.example",
    "/events\\..",
    "/.//elsewhere.example",
    "/../..//elsewhere.example/x",
    "/events/..//elsewhere.example",
    "/%2e//elsewhere.example",
    "/./\\elsewhere.example",
    "/events/../login",
    "/login",
    "/login?next=/login",
    "/reset-password?link=x",
    "/api/auth/signout",
    "javascript:alert(1)",
  ])("%j is not", (path) => {
    expect(localPath(path)).toBeNull();
  });

  test.each([
    ["/events/../cecs?year=2026", "/cecs?year=2026"],
    ["/events/./x#foot", "/events/x"],
    ["/events?next=//elsewhere.example", "/events?next=//elsewhere.example"],
    ["/a//b", "/a//b"],
  ])("%s is read as a browser reads it, %s", (path, read) => {
    expect(localPath(path)).toBe(read);
  });

  test("the login page is told only what is worth going on to", () => {
    expect(loginPath("/events?year=2026")).toBe("/login?next=%2Fevents%3Fyear%3D2026");
    expect(loginPath("/")).toBe("/login");
    expect(loginPath(null)).toBe("/login");
  });
});

describe("how many tries are let in", () => {
  const now = new Date("2026-11-21T10:00:00Z");
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

  test("fewer than the limit are let in at once", () => {
    expect(refusedUntil("sign_in", "account", [1, 2, 3, 4].map(ago))).toBeNull();
  });

  test("at the limit the oldest of the last five decides", () => {
    expect(LIMITS.sign_in.account).toBe(5);
    expect(refusedUntil("sign_in", "account", [1, 2, 3, 4, 10, 14].map(ago))).toEqual(ago(-5));
  });

  test("the sentence names a full minute at which the way is free", () => {
    const until = new Date("2026-11-21T10:04:00.001Z");
    expect(wordsForWait(until, "Europe/Berlin")).toBe(
      "There were too many tries. Try again at 11:05 Berlin time.",
    );
  });
});

describe("what may be typed", () => {
  test.each([
    ["nine char", false],
    ["ten chars!", true],
    ["🐎🐎🐎🐎🐎🐎🐎🐎🐎", false],
    ["a".repeat(257), false],
    ["          ", true],
  ])("the new password %j: %s", (password, good) => {
    expect(newPassword.safeParse(password).success).toBe(good);
  });

  test("a login with a NUL, which no database takes, is refused in words", () => {
    const typed = signInSchema.safeParse({ login: "700\u0000100", password: "x" });
    expect(typed.error?.issues[0]?.message).toBe("Leave out tabs and line breaks.");
  });
});
