import { describe, expect, test } from "vitest";
import { z } from "zod";
import { addDesignationSchema, addEventSchema, saveEventDaySchema } from "@/lib/events/schema";

const eventId = "01980000-0000-7000-8000-000000000001";

describe("a placeholder that nothing fills in is no reason to refuse", () => {
  test("an event", () => {
    const event = {
      code: "S-1",
      title: "Spring Course",
      activityTypeName: "Live event",
      learningFormat: "live activity",
      place: "",
      creditTypeName: "CME",
      accreditationStatement: "{bogus} is accredited.",
      timeZone: "UTC",
    };
    expect(addEventSchema.parse(event).accreditationStatement).toBe(event.accreditationStatement);
  });

  test("a designation", () => {
    const designation = {
      eventId,
      version: 1,
      creditTypeName: "CME",
      audience: "all",
      maximum: "7",
      approvalNumber: "",
      statement: "For {maximun} credits.",
    };
    expect(addDesignationSchema.parse(designation).statement).toBe(designation.statement);
  });
});

test.each([
  [
    "an empty form asks for what it needs",
    { day: "", starts: " ", ends: "", maximum: "" },
    {
      day: ["Choose the day."],
      starts: ["Fill in when it starts."],
      ends: ["Fill in when it ends."],
      maximum: ["Enter the maximum."],
    },
  ],
  [
    "a date and times that there are not are answered in their own words",
    { day: "2026-02-30", starts: "25:00", ends: "5pm", maximum: "7" },
    {
      day: ["There is no such date; write it as 2025-03-29."],
      starts: ["Enter the local time as hours and minutes, such as 08:00."],
      ends: ["Enter the local time as hours and minutes, such as 08:00."],
    },
  ],
])("of a day %s", (_, typed, refusals) => {
  const form = { eventId, version: "1", dayId: "", title: "", ...typed };
  const { error } = saveEventDaySchema.safeParse(form);
  expect(error && z.flattenError(error).fieldErrors).toEqual(refusals);
});

test("an hour of one digit is understood", () => {
  const typed = { day: "2026-04-10", title: "", starts: "8:00", ends: "17:00", maximum: "7" };
  const read = saveEventDaySchema.parse({ eventId, version: "1", dayId: "", ...typed });
  expect(read).toMatchObject({ starts: "08:00", ends: "17:00" });
});
