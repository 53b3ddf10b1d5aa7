import { expect, test } from "vitest";
import { auditSearchSchema } from "@/lib/audit-log/schema";
import { eventListSchema } from "@/lib/events/schema";
import { isLeftOut } from "@/lib/list-search";
import { memberListSchema } from "@/lib/member-filters/schema";
import { renewalsListSchema } from "@/lib/renewals/schema";

test("an address without anything of its own asks for everything in the first order", () => {
  const asked = memberListSchema.parse({});
  expect(asked).toEqual({ q: "", profession: "", program: "", after: null });
});

test.each([
  [memberListSchema, { q: "a".repeat(321) }],
  [memberListSchema, { q: ["a", "b"] }],
  [memberListSchema, { state: "zzz" }],
  [memberListSchema, { office: "here" }],
  [memberListSchema, { sort: "age" }],
  [eventListSchema, { year: "99999999" }],
  [eventListSchema, { state: "zzz" }],
  [renewalsListSchema, { due: "xxx" }],
  [renewalsListSchema, { due: "2026-02-30" }],
  [auditSearchSchema, { from: "yesterday" }],
])("what a list does not know is left out and said: %#", (schema, search) => {
  expect(isLeftOut(schema, search)).toBe(true);
  expect(schema.parse(search)).toEqual(schema.parse({}));
});

test.each([
  {},
  { q: "", state: "", office: "", sort: "" },
  { q: "ada", state: "retired", sort: "number", unheard: "of" },
])("nothing is said of %j", (search) => {
  expect(isLeftOut(memberListSchema, search)).toBe(false);
});
