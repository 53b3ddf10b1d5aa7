import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { aHolder } from "@/tests/support/a-certification";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { aWord, importText, membersFile, NOW } from "@/tests/support/imports";
import { aStaffMember } from "@/tests/support/staff";

const CYCLE = { program: "ACSM-CPT", from: "2024-01-01", to: "2026-12-31" };
const ENTRIES =
  "external_id,member_number,date_earned,date_reported,format,credits,credit_type,course_number,provider,course_name\n";

test("nobody imports credit for themselves, a colleague does", async () => {
  const { member } = await aHolder([CYCLE]);
  const line = `OWN-${aWord()},${member.memberNumber},2025-03-01,2025-03-02,Live course,3.00,CEC,,Other: X,Y\n`;
  const self = { ...actorOf(member), roles: ["staff"] as const };
  const own = await importText("credit-entries", ENTRIES + line, { actor: self });
  expect(own.lines).toEqual([
    "line 2, column member_number: This is your own record. Ask a colleague to import it.",
  ]);
  const by = await importText("credit-entries", ENTRIES + line, { actor: await aStaffMember() });
  expect(by).toMatchObject({ refusals: 0, added: 1 });
});

test("an e-mail address of who has a role is changed by administrators alone", async () => {
  const number = aWord();
  await importText("members", membersFile({ member_number: number }));
  const { id } = await db.member.findFirstOrThrow({ where: { memberNumber: number } });
  await db.roleGrant.create({
    data: { memberId: id, role: "administrator", grantedAt: NOW },
    select: { role: true },
  });
  // Another one, so that this one is not the last.
  await db.roleGrant.create({
    data: {
      memberId: (await anAccount({ password: null })).id,
      role: "administrator",
      grantedAt: NOW,
    },
    select: { role: true },
  });
  const moved = membersFile({ member_number: number, email: `moved-${number}@example.org` });
  const byStaff = await importText("members", moved, { actor: await aStaffMember() });
  expect(byStaff).toMatchObject({ refusals: 1 });
  const administrator = { ...(await aStaffMember()), roles: ["administrator"] as const };
  const by = await importText("members", moved, { actor: administrator });
  expect(by).toMatchObject({ refusals: 0, changed: 1 });
});
