import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { addPiece, beginRun, finishRun } from "@/lib/import-runs/commands";
import { runImport } from "@/lib/import-runs/running";
import type { MemberActor } from "@/lib/members/rules";
import { shippedPrograms } from "@/tests/support/a-certification";
import { actorOf } from "@/tests/support/accounts";
import {
  anEventAndMember,
  aWord,
  certificationsFile,
  creditEntriesFile,
  importText,
  membersFile,
  NOW,
  providerPostsFile,
  providersFile,
  registrationsFile,
} from "@/tests/support/imports";

const REFUSED = "This is your own record. Ask a colleague to import it.";

type Row = Record<string, string>;
type File = (row: Row) => string;

/** Each kind that says something of members: a file of one line of theirs, and what may change in it. */
const KINDS: [kind: string, change: Row, file: (number: string, code: string) => File][] = [
  [
    "members",
    { first_name: "Samuel" },
    (number) => (row) => membersFile({ member_number: number, ...row }),
  ],
  ["registrations", { source: "onsite" }, registration],
  ["registrations", { days: "2026-05-10;2026-05-11" }, registration],
  [
    "certifications",
    { cycle_end: "2027-12-31" },
    (number) => (row) =>
      certificationsFile({
        member_number: number,
        program: "ACSM-CPT",
        cycle_start: "2025-01-01",
        cycle_end: "2027-06-30",
        ...row,
      }),
  ],
  [
    "credit-entries",
    { credits: "9.00" },
    (number) => {
      const external_id = `L${aWord()}`;
      return (row) => creditEntriesFile({ external_id, member_number: number, ...row });
    },
  ],
  [
    "provider-posts",
    { credits: "9.00" },
    (number) => {
      const post_id = `P${aWord()}`;
      return (row) =>
        providerPostsFile({ post_id, provider: SCHOOL, member_number: number, ...row });
    },
  ],
];

const SCHOOL = `Apartment School ${aWord()}`;

function registration(number: string, code: string): File {
  const registration_number = `R${aWord()}`;
  const own = { registration_number, event_code: code, member_number: number };
  return (row) => registrationsFile({ ...own, days: "2026-05-10", ...row });
}

/** Two lines of one kind: whoever imports, and another member. */
const beside = (own: string, other: string) => own + other.slice(other.indexOf("\n") + 1);

/** What the only line of a file says in these columns. */
function cellsOf(file: string, columns: string[]): Row {
  const [header = [], line = []] = file.split("\n").map((row) => row.split(","));
  return Object.fromEntries(columns.map((name) => [name, line[header.indexOf(name)] ?? ""]));
}

beforeAll(async () => {
  await shippedPrograms();
  await importText("providers", providersFile({ provider: SCHOOL, in_network: "yes" }));
});

describe.each(KINDS)("a line of %s about whoever imports, changing %o", (kind, change, fileOf) => {
  test("is refused when it adds or changes something, and a colleague imports it", async () => {
    const own = await anEventAndMember();
    const file = fileOf(own.number, own.code);
    const self: MemberActor = { ...actorOf(own.member), roles: ["staff"] };
    const colleague: MemberActor = {
      ...actorOf((await anEventAndMember()).member),
      roles: ["staff"],
    };
    if (kind !== "members") {
      const added = await importText(kind, file({}), { actor: self });
      expect(added.lines).toEqual([`line 2, column member_number: ${REFUSED}`]);
      const by = await importText(kind, file({}), { actor: colleague });
      expect(by).toMatchObject({ refusals: 0, added: 1 });
    }
    const changed = await importText(kind, file(change), { actor: self });
    expect(changed.lines).toEqual([`line 2, column member_number: ${REFUSED}`]);
    const by = await importText(kind, file(change), { actor: colleague });
    expect(by).toMatchObject({ refusals: 0, changed: 1 });
  });

  test("stands in a whole file that says nothing new of them", async () => {
    const [own, other] = [await anEventAndMember(), await anEventAndMember()];
    const self: MemberActor = { ...actorOf(own.member), roles: ["staff"] };
    const [mine, theirs] = [fileOf(own.number, own.code), fileOf(other.number, other.code)];
    const first = await importText(kind, beside(mine({}), theirs({})));
    expect(first.lines).toEqual([]);
    const again = await importText(kind, beside(mine({}), theirs({})), { actor: self });
    expect(again).toMatchObject({ refusals: 0, rows: 2, added: 0, changed: 0 });
    const same = cellsOf(mine({}), Object.keys(change));
    const more = await importText(kind, beside(mine(same), theirs(change)), { actor: self });
    expect(more).toMatchObject({ refusals: 0, added: 0, changed: 1 });
  });
});

test("columns that the file leaves out change nothing of one's own", async () => {
  const { number, member } = await anEventAndMember();
  const self: MemberActor = { ...actorOf(member), roles: ["staff"] };
  await importText("members", membersFile({ member_number: number, phone: "+1 555 0100" }));
  const without = await importText("members", membersFile({ member_number: number }), {
    actor: self,
  });
  expect(without).toMatchObject({ refusals: 0, changed: 0 });
  const cleared = membersFile({ member_number: number, phone: "" });
  expect((await importText("members", cleared, { actor: self })).lines).toEqual([
    `line 2, column member_number: ${REFUSED}`,
  ]);
});

test("a file that is uploaded in the browser is refused the same", async () => {
  const { number, member, code } = await anEventAndMember();
  const self: MemberActor = { ...actorOf(member), roles: ["staff"] };
  await db.roleGrant.create({
    data: { memberId: member.id, role: "staff", grantedAt: NOW },
    select: { role: true },
  });
  const bytes = new TextEncoder().encode(registration(number, code)({}));
  const runId = await beginRun(self, { kind: "registrations", fileName: "own.csv" }, NOW);
  await addPiece(runId, 0, bytes);
  await finishRun(self, runId, bytes.length, NOW);
  await runImport(runId, true, NOW);
  expect(await db.importRun.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({
    refusals: 1,
  });
  expect(await db.importRemark.findMany({ where: { runId } })).toMatchObject([
    { line: 2, column: "member_number", sentence: REFUSED },
  ]);
  expect(await db.registration.count({ where: { memberId: member.id } })).toBe(0);
});
