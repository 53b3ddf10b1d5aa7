import { expect, test } from "vitest";
import { changesBetween, type Kept, searchPatterns } from "@/lib/directory/rules";
import { changeMemberSchema } from "@/lib/directory/schema";

test.each([
  ["", []],
  ["   ", []],
  ["okafor", ["%okafor%"]],
  ["José  García", ["%José%", "%García%"]],
  ["boateng, kwame", ["%boateng%", "%kwame%"]],
  ["o'brien;o’", ["%obrien%", "% o%"]],
  ["' ,", []],
  ["ab", ["% ab%"]],
  ["okafor\0", ["%okafor%"]],
  ["100%", ["%100\\%%"]],
  ["a_b", ["%a\\_b%"]],
  ["a\\b", ["%a\\\\b%"]],
  ["1 2 3 4 5 6 7", ["% 1%", "% 2%", "% 3%", "% 4%", "% 5%", "% 6%"]],
])("%j is looked for as %j", (typed, patterns) => {
  expect(searchPatterns(typed)).toEqual(patterns);
});

const ADA: Kept = {
  firstName: "Ada",
  lastName: "Example",
  suffix: "",
  memberNumber: "1",
  username: null,
  email: "ada@example.org",
  professionName: null,
  birthMonthDay: null,
  licenceState: null,
  licenceNumber: null,
  phone: null,
  address: null,
  localOfficeId: null,
};

test("a change says from what to what, and an empty text is none", () => {
  expect(changesBetween(ADA, { ...ADA, lastName: "Lovelace", username: "", suffix: null })).toEqual(
    {
      last_name: { from: "Example", to: "Lovelace" },
    },
  );
});

const FORM = {
  memberId: "01990000-0000-7000-8000-000000000000",
  seen: "0".repeat(64),
  lastName: "Example",
  email: "ada@example.org",
};

test.each([
  [{ lastName: " " }, "lastName"],
  [{ lastName: "a\u0007b" }, "lastName"],
  [{ firstName: "Ada\u202EadA" }, "firstName"],
  [{ email: "ada" }, "email"],
  [{ birthMonthDay: "02-30" }, "birthMonthDay"],
  [{ birthMonthDay: "9-6" }, "birthMonthDay"],
  [{ phone: "1".repeat(101) }, "phone"],
])("%j is refused beside its field", (typed, field) => {
  const parsed = changeMemberSchema.safeParse({ ...FORM, ...typed });
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

test("line breaks and runs of spaces in a name become one space", () => {
  const parsed = changeMemberSchema.parse({
    ...FORM,
    lastName: "van\n der  Berg ",
    birthMonthDay: "02-29",
  });
  expect(parsed).toMatchObject({ lastName: "van der Berg", birthMonthDay: "02-29", phone: null });
});
