import { expect, test } from "vitest";
import { listMemberPlaces } from "@/lib/member-places/queries";
import { aPlace } from "@/tests/support/a-place";
import { anAccount } from "@/tests/support/accounts";
import { anEvent } from "@/tests/support/an-event";

test("a member's places at events are all listed, page by page, the latest first", async () => {
  const member = await anAccount({ password: null });
  const events = [await anEvent({ days: [], firstOn: null, lastOn: null, endsAt: null })];
  for (let year = 1971; year <= 2021; year++) {
    events.push(await anEvent({ days: [`${year}-05-01`] }));
  }
  for (const event of events) await aPlace(member, event);
  const first = await listMemberPlaces(member.id, undefined);
  const second = await listMemberPlaces(member.id, first.next ?? undefined);
  expect([first.places.length, second.places.length, second.next]).toEqual([50, 2, null]);
  const listed = [...first.places, ...second.places];
  expect(new Set(listed.map(({ id }) => id)).size).toBe(52);
  const held = events.map(({ id }) => id);
  expect(listed.map(({ eventId }) => eventId).toSorted()).toEqual(held.toSorted());
  const [coming, ...dated] = listed.map(({ lastOn }) => lastOn);
  expect(coming).toBeNull();
  expect(dated).toEqual(dated.toSorted((one, other) => ((one ?? "") < (other ?? "") ? 1 : -1)));
});
