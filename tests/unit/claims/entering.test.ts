import { describe, expect, test } from "vitest";
import { refusalToEnter, refusalToSave, totalOf } from "@/lib/claims/rules";
import { anEndedEvent, aRow, ENDS_AT, NOW } from "@/tests/support/a-row";

describe("credits can be entered", () => {
  test("from the instant the event ends", () => {
    expect(refusalToEnter(anEndedEvent(), ENDS_AT)).toBeNull();
  });

  test("not a millisecond before; until then the page says when", () => {
    expect(refusalToEnter(anEndedEvent(), new Date(ENDS_AT.getTime() - 1))).toBe(
      "Credits can be entered when the event has ended: from 12 Apr 2026, 17:00 Chicago time.",
    );
  });

  test("not on the last day but one, when its own sessions are over", () => {
    const saturdayNight = new Date("2026-04-12T04:00:00Z");
    expect(refusalToSave(anEndedEvent(), aRow(), 650, saturdayNight)).toContain("from 12 Apr 2026");
  });
});

describe("an amount for a day", () => {
  test.each([
    ["the day's maximum", 700],
    ["zero, typed", 0],
    ["a quarter hour", 25],
    ["blank, which takes the amount back", null],
  ])("%s is saved", (_what, credits) => {
    expect(refusalToSave(anEndedEvent(), aRow(), credits, NOW)).toBeNull();
  });

  test("above the day's maximum is refused, and the maximum shown", () => {
    expect(refusalToSave(anEndedEvent(), aRow({ maximum: 700 }), 725, NOW)).toBe(
      "The most for this day is 7.00.",
    );
  });

  test("between two steps is refused, and the nearest two are offered", () => {
    expect(refusalToSave(anEndedEvent(), aRow(), 660, NOW)).toBe(
      "AMA PRA Category 1 goes in steps of 0.25. Enter 6.50 or 6.75.",
    );
  });

  test("is judged by the event's own credit type", () => {
    const event = anEndedEvent({ creditType: { name: "IACET CEU", increment: 10 } });
    expect(refusalToSave(event, aRow(), 70, NOW)).toBeNull();
    expect(refusalToSave(event, aRow(), 25, NOW)).toContain("Enter 0.20 or 0.30.");
  });

  test("an amount above the maximum is never offered", () => {
    expect(refusalToSave(anEndedEvent(), aRow({ maximum: 710 }), 705, NOW)).toBe(
      "AMA PRA Category 1 goes in steps of 0.25. Enter 7.00.",
    );
  });

  test("a day without any credit takes zero alone", () => {
    expect(refusalToSave(anEndedEvent(), aRow({ maximum: 0 }), 0, NOW)).toBeNull();
    expect(refusalToSave(anEndedEvent(), aRow({ maximum: 0 }), 25, NOW)).toBe(
      "The most for this day is 0.00.",
    );
  });

  test.each([[650], [null]])("a locked day takes no other, be it %s", (credits) => {
    const locked = aRow({ credits: 700, submittedAt: NOW });
    expect(refusalToSave(anEndedEvent(), locked, credits, NOW)).toBe(
      "This event was submitted on 14 Apr 2026, 14:05 Chicago time. To change it, request a correction.",
    );
  });
});

test("the total counts the saved rows, a blank as nothing yet", () => {
  expect(totalOf([aRow({ credits: 650 }), aRow(), aRow({ credits: 25 })])).toBe(675);
  expect(totalOf([])).toBe(0);
});
