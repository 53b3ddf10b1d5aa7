import { describe, expect, test } from "vitest";
import { addDesignationSchema, addEventSchema } from "@/lib/events/schema";

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
