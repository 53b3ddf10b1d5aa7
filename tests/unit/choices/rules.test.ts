import { expect, test } from "vitest";
import { z } from "zod";
import { areConfirmed, chosenOf, wordsForMany } from "@/lib/choices/rules";
import { choicesSchema } from "@/lib/choices/schema";

const schema = choicesSchema(z.string(), "Choose at least one row.");
const parse = (told: object) => schema.parse({ chosen: [], shown: ["a", "b"], ...told });

test("rows are chosen one by one, or all of the page by one tick", () => {
  expect(chosenOf(parse({ chosen: ["b"] }))).toEqual(["b"]);
  expect(chosenOf(parse({ chosen: ["b"], every: "on" }))).toEqual(["a", "b"]);
});

test("nothing is chosen: it is said", () => {
  for (const told of [{}, { shown: [], every: "on" }]) {
    const { error } = schema.safeParse({ chosen: [], shown: ["a"], ...told });
    expect(error?.issues).toMatchObject([
      { path: ["chosen"], message: "Choose at least one row." },
    ]);
  }
});

test("what is meant is asked again when other rows are ticked than were named", () => {
  expect(areConfirmed(parse({ chosen: ["b"] }))).toBe(false);
  expect(areConfirmed(parse({ chosen: ["b"], confirmed: "1" }))).toBe(true);
  expect(areConfirmed(parse({ every: "on", confirmed: "1" }))).toBe(false);
  expect(areConfirmed(parse({ every: "on", confirmed: "2" }))).toBe(true);
});

const done = { name: "A class", sentence: "accepted" };
const left = { name: "Another", sentence: "It may repeat one.", href: "/admin/review/1" };

test.each([
  [[done, done], "2 accepted."],
  [[done, left], "1 accepted. 1 is left: the list says why."],
  [[left, left], "None accepted. 2 are left: the list says why."],
])("many acts are summed up: %j", (results, words) => {
  expect(wordsForMany(results, "accepted")).toBe(words);
});
