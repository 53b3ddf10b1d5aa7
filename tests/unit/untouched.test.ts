import { expect, test } from "vitest";
import { untouchedOf } from "@/lib/untouched";

const opened = JSON.stringify({ lastName: "Xavier", phone: "", statement: "a\nb", box: "on" });

test("fields that were sent as they were opened are untouched, whatever a system calls a line break", () => {
  const sent = { opened, lastName: "Xavier", phone: "555", statement: "a\r\nb", box: "on" };
  expect(untouchedOf(sent)).toEqual(["lastName", "statement", "box"]);
});

test("a box that was unticked is touched, one that never was ticked is not", () => {
  expect(untouchedOf({ opened, lastName: "Y" })).toEqual(["phone"]);
});

test("a form that doesn't tell is left as it was typed, and a broken one says nothing", () => {
  expect(untouchedOf({ lastName: "Xavier" })).toBeUndefined();
  expect(untouchedOf({ opened: "{", lastName: "Xavier" })).toEqual([]);
  expect(untouchedOf({ opened: '{"lastName":1}', lastName: "1" })).toEqual([]);
});
