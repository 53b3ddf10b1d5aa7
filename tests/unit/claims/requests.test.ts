import { describe, expect, test } from "vitest";
import { saveDaySchema, submitClaimSchema } from "@/lib/claims/schema";

const ID = "0198f4a0-0000-7000-8000-000000000000";
const aSave = { registrationId: ID, eventDayId: ID, version: "0", credits: "6.5" };
const aSubmit = { registrationId: ID, version: "3", attested: "on" };

describe("a hand-made request to save a day", () => {
  test("is read as the form's own: hundredths, and the version that was on the screen", () => {
    expect(saveDaySchema.parse(aSave)).toEqual({ ...aSave, version: 0, credits: 650 });
  });

  test.each([{ registrationId: "1" }, { eventDayId: "" }, { version: "-1" }, { version: "1.5" }])(
    "is refused with %j",
    (told) => {
      expect(saveDaySchema.safeParse({ ...aSave, ...told }).success).toBe(false);
    },
  );

  test("takes no owner, maximum or time from whoever sends it", () => {
    const sent = { ...aSave, memberId: ID, maximum: "99999", now: "2020-01-01", submittedAt: "" };
    expect(saveDaySchema.parse(sent)).toEqual(saveDaySchema.parse(aSave));
  });
});

describe("a hand-made request to submit", () => {
  test("is read with the version that was reviewed", () => {
    expect(submitClaimSchema.parse(aSubmit)).toEqual({ ...aSubmit, version: 3 });
  });

  test.each([undefined, "", "off", "true"])(
    "without the attestation (%j) is refused",
    (attested) => {
      const { error } = submitClaimSchema.safeParse({ ...aSubmit, attested });
      expect(error?.issues).toMatchObject([
        {
          path: ["attested"],
          message: "Tick the box to attest that the credits match your participation.",
        },
      ]);
    },
  );
});
