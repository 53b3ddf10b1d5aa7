import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { DomainError } from "@/lib/errors";
import { refusingBroken } from "@/lib/references";
import { aPlace } from "@/tests/support/a-place";
import { NOW } from "@/tests/support/a-row";
import { anAccount } from "@/tests/support/accounts";
import { anEvent } from "@/tests/support/an-event";

const refusal = new DomainError("conflict", "It is used, or gone.");
const broken = (act: () => Promise<unknown>) => refusingBroken(() => refusal, act);
const aMember = () => anAccount({ password: null });

test("what is used, and what is gone, is refused in the words given", async () => {
  const event = await anEvent();
  const place = await aPlace(await aMember(), event);
  await expect(broken(() => db.event.delete({ where: { id: event.id } }))).rejects.toBe(refusal);
  const day = { registrationId: place.id, eventDayId: randomUUID(), confirmedAt: NOW };
  await expect(broken(() => db.registrationDay.create({ data: day }))).rejects.toBe(refusal);
});

test("what a trigger refuses is thrown as it came", async () => {
  const [one, other] = [await aMember(), await aMember()];
  const { id } = await aPlace(one, await anEvent());
  const owned = { where: { id }, data: { memberId: other.id } };
  // With the code of a foreign key.
  await expect(broken(() => db.registration.update(owned))).rejects.toMatchObject({
    code: "P2003",
    meta: { driverAdapterError: { cause: { originalCode: "23001" } } },
  });
});
