import { expect, test } from "vitest";
import { refusalToRemove } from "@/lib/event-removals/rules";

test("an event that somebody is registered for cannot be removed", () => {
  expect(refusalToRemove(0)).toBeNull();
  expect(refusalToRemove(1)).toBe("1 member is registered, so this event cannot be removed.");
  expect(refusalToRemove(3)).toBe("3 members are registered, so this event cannot be removed.");
});
