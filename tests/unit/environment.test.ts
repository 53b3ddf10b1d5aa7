import { afterEach, expect, test } from "vitest";
import { setEnvironment } from "@/lib/env";

const faulty = {
  PUBLIC_URL: "foo",
  PORT: "abc",
  SMTP_URL: "https://mail.example.org",
  S3_BUCKET: "documents",
};

afterEach(() => {
  setEnvironment(Object.fromEntries(Object.keys(faulty).map((name) => [name, undefined])));
});

test("every malformed variable is named at once, and none of their values", () => {
  expect(() => setEnvironment(faulty)).toThrow(
    [
      "SMTP_URL must be an address such as smtps://user:password@host:465.",
      "PUBLIC_URL must be an address such as https://credits.example.org.",
      "PORT must be a whole number from 1 to 65535.",
      "S3_BUCKET needs S3_ACCESS_KEY_ID beside it.",
    ].join("\n"),
  );
});

test.each(["ftp://credits.example.org", "https://credits.example.org/app", "//x", "https://"])(
  "%s is no public address",
  (PUBLIC_URL) => {
    expect(() => setEnvironment({ PUBLIC_URL })).toThrow(/^PUBLIC_URL must be an address/);
  },
);
