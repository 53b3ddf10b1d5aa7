import { describe, expect, test } from "vitest";
import { saveFormSchema } from "@/lib/reporting-forms/schema";
import { readReport } from "@/lib/reports/schema";
import { returnFormSchema, signFormSchema } from "@/lib/signatures/schema";

// "evil" between them reads "live".
const TURNED = ["\u202Eevil\u202C", "\u2066evil\u2069", "ev\u200Bil"];

const ID = "0197f1d0-7b1c-7a3e-8a49-9d3b1b6c5a01";

describe("what turns letters round or is not seen is refused by its number", () => {
  test.each(TURNED)("in a form's texts: %j", (text) => {
    const filled = { title: text, provider: "other", providerOther: text, description: text };
    const { error } = saveFormSchema.safeParse({ ...form, ...filled });
    expect(error?.issues.map(({ path }) => path[0])).toEqual([
      "title",
      "providerOther",
      "description",
    ]);
    expect(error?.issues[0]?.message).toMatch(/^This field holds the invisible character U\+2/);
  });

  test.each(TURNED)("in what an officer types: %j", (text) => {
    const seen = { formId: ID, version: "1" };
    for (const { error } of [
      signFormSchema.safeParse({ ...seen, name: text, attested: "on" }),
      returnFormSchema.safeParse({ ...seen, note: text }),
    ]) {
      expect(error?.issues).toMatchObject([{ message: expect.stringContaining("invisible") }]);
    }
  });

  test.each(TURNED)("in a course that is reported: %j", (text) => {
    const report = new FormData();
    for (const name of ["title", "providerOther", "courseNumber"]) report.append(name, text);
    expect(readReport(report).errors).toMatchObject({
      title: expect.stringContaining("invisible"),
      providerOther: expect.stringContaining("invisible"),
      courseNumber: expect.stringContaining("invisible"),
    });
  });

  test("a joiner that spells a word is taken, and a line break in a description", () => {
    const filled = { title: "علی\u200Cرضا", description: "One\r\nTwo" };
    expect(saveFormSchema.parse({ ...form, ...filled })).toMatchObject({
      title: "علی\u200Cرضا",
      description: "One\nTwo",
    });
  });
});

const form = {
  formId: ID,
  version: "0",
  earnedOn: "2026-02-02",
  category: "Expo",
  starts: "9:00",
  ends: "12:00",
  breakMinutes: "",
  title: "Fair housing",
  provider: ID,
  providerOther: "",
  description: "",
};
