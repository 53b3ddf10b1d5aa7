import { expect, test } from "vitest";
import { countExceptions, listExceptions } from "@/lib/claim-exceptions/queries";
import { exceptionListSchema, printAfterException } from "@/lib/claim-exceptions/schema";
import { db } from "@/lib/db";
import { aPlace } from "@/tests/support/a-place";
import { NOW } from "@/tests/support/a-row";
import { anAccount } from "@/tests/support/accounts";
import { anEvent } from "@/tests/support/an-event";

/** A claim whose days are locked over the maxima, as when staff lowered them afterwards. */
async function anExceptionADay(event: Awaited<ReturnType<typeof anEvent>>) {
  const { id } = await aPlace(await anAccount({ password: null }), event);
  const { id: submissionId } = await db.submission.create({
    data: { registrationId: id, number: 1, attestation: "It is so.", submittedAt: NOW },
  });
  const locked = { registrationId: id, credits: 700, savedAt: NOW, submissionId };
  await db.claimDay.createMany({
    data: event.days.map((day) => ({ ...locked, eventDayId: day.id })),
  });
}

test("every exception of an event is counted and listed once, page by page", async () => {
  const event = await anEvent({ maximum: 600 });
  for (let claims = 0; claims < 18; claims++) await anExceptionADay(event);
  expect(await countExceptions(event.id)).toBe(54);
  const first = await listExceptions(event.id);
  // The page ends among the days of one claim, and its last row is not asked for again.
  const { next } = first;
  if (!next) throw new Error("There is another page.");
  expect(first.exceptions.filter(({ id }) => id === next.id)).toHaveLength(2);
  const { after } = exceptionListSchema.parse({ after: printAfterException(next) });
  const second = await listExceptions(event.id, after);
  expect(second.next).toBeNull();
  const listed = [...first.exceptions, ...second.exceptions];
  expect(listed).toHaveLength(54);
  expect(new Set(listed.map(({ id, day }) => `${id} ${day}`)).size).toBe(54);
});
