import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { HANGING } from "@/lib/merges/hanging";
import { FOLLOWING, MOVING, STAYING } from "@/lib/merges/tables";
import { aClaim } from "@/tests/support/a-claim";
import { columnsOfMembers } from "@/tests/support/a-merge";
import { anAccount } from "@/tests/support/accounts";
import { KEPT, refusalOf } from "@/tests/support/as-role";

const ofMember = MOVING.map(({ table }) => `${table}.member_id`);

test("every column that names a member says whether it moves when two records are merged", async () => {
  const stays = STAYING.map(({ table, column }) => `${table}.${column}`);
  const follows = FOLLOWING.map(({ table, column }) => `${table}.${column}`);
  const told = [...ofMember, ...stays, ...follows];
  expect(told.toSorted()).toEqual(await columnsOfMembers());
});

test("every table that hangs on what moves is counted in the preview", async () => {
  const found = await db.$queryRaw<{ parent: string; child: string }[]>`
    SELECT confrelid::regclass::text AS parent, conrelid::regclass::text AS child
      FROM pg_constraint WHERE contype = 'f'`;
  const counted: string[] = [...MOVING, ...HANGING].map(({ table }) => table);
  const missing = found.filter(
    ({ parent, child }) => counted.includes(parent) && !counted.includes(child),
  );
  expect(missing).toEqual([]);
});

test("what moves changes its member by a merge alone, and comes to no merged record", async () => {
  const found = await db.$queryRaw<{ name: string; does: string }[]>`
    SELECT r.relname AS name, p.proname AS does FROM pg_trigger t
      JOIN pg_class r ON r.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid`;
  const guarded = (does: string) =>
    found.filter((each) => each.does === does).map(({ name }) => `${name}.member_id`);
  for (const guard of ["keep_owner", "refuse_merged"]) {
    expect(guarded(guard)).toEqual(expect.arrayContaining(ofMember));
  }
  const claim = await aClaim({ credits: [650], submitted: true });
  const { id } = await anAccount({ password: null });
  for (const table of ["registrations", "credit_entries", "messages"]) {
    const sql = `UPDATE ${table} SET member_id = '${id}' WHERE member_id = '${claim.member.id}'`;
    expect([table, await refusalOf("the owner", sql)]).toEqual([table, KEPT]);
  }
});
