import { expect, test } from "vitest";
import { eraseValues } from "@/lib/audit-erasures/commands";
import { reissueCertificate } from "@/lib/certificates/commands";
import { correctDay } from "@/lib/corrections/commands";
import { db } from "@/lib/db";
import { type MemberActor, REFUSAL_OF_MERGED, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { changeDay } from "@/lib/places/commands";
import { beginSecondFactor } from "@/lib/second-factors/commands";
import { grantWaiver } from "@/lib/waivers/commands";
import { aClaim } from "@/tests/support/a-claim";
import { merge, theSameEvent } from "@/tests/support/a-merge";
import { aRenewal, INVOICED_AT } from "@/tests/support/a-renewal";
import { NOW } from "@/tests/support/a-row";
import { actorOf, anAccount, anAddress, PASSWORD } from "@/tests/support/accounts";
import { anAdministrator } from "@/tests/support/staff";

const reason = "Asked.";
const refused = { kind: "invalid", message: REFUSAL_OF_MERGED };

test("what stayed with a merged record is changed by nobody, who is told where to go", async () => {
  const kept = await aClaim({ credits: [650], submitted: true });
  const { id: registrationId, member } = await theSameEvent(kept, [650]);
  const staff = await anAdministrator();
  await merge(staff, kept.member, member);
  const day = { registrationId, day: "2026-04-10", credits: 700, reason };
  await expect(correctDay(staff, day, NOW)).rejects.toMatchObject(refused);
  const certificate = { registrationId, version: 1, reason };
  await expect(reissueCertificate(staff, certificate, NOW)).rejects.toMatchObject(refused);
  const [eventDayId = ""] = kept.days;
  const change = { registrationId, eventDayId, change: "withdraw" } as const;
  await expect(changeDay(staff, change, NOW)).rejects.toMatchObject(refused);
});

test("neither is a renewal that stayed", async () => {
  const [kept, other] = [await aRenewal("CAM"), await aRenewal("CAM")];
  const staff = await anAdministrator();
  await merge(staff, kept.member, other.member);
  const waiver = { renewalId: other.id, part: "fee", kind: "other", reason } as const;
  await expect(grantWaiver(staff, waiver, INVOICED_AT)).rejects.toMatchObject(refused);
});

test("the second factor of the other record is gone, that of the kept one is asked on", async () => {
  const [kept, other] = [await anAccount(), await anAccount()];
  for (const member of [kept, other]) {
    const proof = { password: PASSWORD, address: anAddress() };
    await beginSecondFactor(actorOf(member), proof, NOW);
  }
  await merge(await anAdministrator(), kept, other);
  const left = await db.secondFactor.findMany({
    where: { memberId: { in: [kept.id, other.id] } },
    select: { memberId: true },
  });
  expect(left).toEqual([{ memberId: kept.id }]);
});

test("nobody erases from the log what it tells of a record that was merged into theirs", async () => {
  const kept = await aClaim({ credits: [650], submitted: true });
  const other = await theSameEvent(kept, [650]);
  await merge(await anAdministrator(), kept.member, other.member);
  const self: MemberActor = { ...actorOf(kept.member), roles: ["administrator"] };
  const ofMerge = await db.auditEntry.findFirstOrThrow({
    where: { subjectId: other.member.id, act: "merged into another member" },
  });
  const told = { at: NOW, door: "command line", act: "tried", facts: {}, digests: {} };
  const did = await db.auditEntry.create({
    data: { ...told, actorId: other.member.id, subject: "settings", subjectId: "settings" },
  });
  const ofClaim = await db.auditEntry.create({
    data: { ...told, actorId: null, subject: "registration", subjectId: other.id },
  });
  for (const { id: entryId } of [ofMerge, did, ofClaim]) {
    const erasing = eraseValues(self, { entryId, reason }, NOW);
    await expect(erasing).rejects.toMatchObject({ message: REFUSAL_OF_OWN });
  }
  const somebody = eraseValues(await anAdministrator(), { entryId: ofMerge.id, reason }, NOW);
  await expect(somebody).resolves.toBeUndefined();
});
