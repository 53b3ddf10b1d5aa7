import { beforeAll, describe, expect, test } from "vitest";
import { aClaim, type TestClaim } from "@/tests/support/a-claim";
import { aLockedClaim } from "@/tests/support/a-correction";
import { versionsOf } from "@/tests/support/a-trail";
import { KEPT, NO_SUCH_ROW, OUT_OF_RANGE, refusalOf, TAKEN } from "@/tests/support/as-role";

let open: TestClaim;
let locked: TestClaim;

beforeAll(async () => {
  open = await aClaim({ credits: [650, null] });
  locked = await aLockedClaim([650]);
});

const byApp = (sql: string) => refusalOf("credence_app", sql);

describe("the credits of a day", () => {
  test.each([
    [0, null],
    [99_999, null],
    ["NULL", null],
    [-1, OUT_OF_RANGE],
    [100_000, OUT_OF_RANGE],
  ])("%s hundredths: %s", async (credits, refusal) => {
    const sql = `UPDATE claim_days SET credits = ${credits} WHERE registration_id = '${open.id}'`;
    expect(await byApp(sql)).toBe(refusal);
  });

  test.each([-1, 100_000])("a maximum of %i hundredths is refused", async (maximum) => {
    expect(await byApp(`UPDATE event_days SET maximum = ${maximum}`)).toBe(OUT_OF_RANGE);
  });

  test("whole hundredths are all there is", async () => {
    const sql = `UPDATE claim_days SET credits = '6.5' WHERE registration_id = '${open.id}'`;
    expect(await byApp(sql)).toBe("22P02");
  });
});

describe("a day is locked", () => {
  const lock = (submission: string) =>
    `INSERT INTO claim_days (registration_id, event_day_id, credits, saved_at, submission_id)
       VALUES ('${open.id}', '${open.days[1]}', NULL, '2026-04-14', ${submission})`;

  test("with an amount alone: blank is not zero", async () => {
    const submission = `(SELECT id FROM submissions WHERE registration_id = '${locked.id}')`;
    expect(await byApp(lock(submission))).toBe(OUT_OF_RANGE);
  });

  test("by a submission of its own claim alone", async () => {
    const sql = `UPDATE claim_days SET submission_id =
      (SELECT id FROM submissions WHERE registration_id = '${locked.id}')
      WHERE registration_id = '${open.id}'`;
    expect(await byApp(sql)).toBe(NO_SUCH_ROW);
  });

  test("where it is registered alone", async () => {
    const sql = `INSERT INTO claim_days (registration_id, event_day_id, credits, saved_at)
      VALUES ('${open.id}', '${locked.days[0]}', 650, '2026-04-14')`;
    expect(await byApp(sql)).toBe(NO_SUCH_ROW);
  });
});

describe("a correction", () => {
  const correction = (claim: TestClaim, from: number, to: number, reason = "Why.") =>
    `INSERT INTO corrections (id, registration_id, event_day_id, number, old_credits, new_credits, reason, corrected_at)
       VALUES (uuidv7(), '${claim.id}', '${claim.days[0]}', 1, ${from}, ${to}, '${reason}', '2026-04-14')`;

  test("starts from the amount that stands", async () => {
    expect(await byApp(correction(locked, 650, 700))).toBeNull();
    expect(await byApp(correction(locked, 600, 700))).toBe(KEPT);
  });

  test("is of a locked day", async () => {
    expect(await byApp(correction(open, 650, 700))).toBe(KEPT);
  });

  test("changes something, within the range, for a reason", async () => {
    expect(await byApp(correction(locked, 650, 650))).toBe(OUT_OF_RANGE);
    expect(await byApp(correction(locked, 650, -25))).toBe(OUT_OF_RANGE);
    expect(await byApp(correction(locked, 650, 100_000))).toBe(OUT_OF_RANGE);
    expect(await byApp(correction(locked, 650, 700, " "))).toBe(OUT_OF_RANGE);
  });
});

describe("a claim has one certificate, and at most one active version", () => {
  const another = (told: { version: number; ended?: string }) => `
    INSERT INTO certificate_versions (id, certificate_number, version, submission_id, facts, issued_at, superseded_at)
      SELECT uuidv7(), certificate_number, ${told.version}, submission_id, facts, issued_at, ${told.ended ?? "NULL"}
        FROM certificate_versions v JOIN certificates c ON c.number = v.certificate_number
        WHERE c.registration_id = '${locked.id}'`;

  test("a second active version is refused, one that has ended is not", async () => {
    expect(await byApp(another({ version: 2 }))).toBe(TAKEN);
    expect(await byApp(another({ version: 2, ended: "now()" }))).toBeNull();
    expect(await byApp(another({ version: 1, ended: "now()" }))).toBe(TAKEN);
  });

  test("a second number is refused, and so is one that is no number", async () => {
    const add = (number: string, id: string) =>
      `INSERT INTO certificates (number, registration_id) VALUES ('${number}', '${id}')`;
    expect(await byApp(add("CR-0000000000000001", locked.id))).toBe(TAKEN);
    expect(await byApp(add("CR-000000000000000U", open.id))).toBe(OUT_OF_RANGE);
    expect(await byApp(add("CR-1", open.id))).toBe(OUT_OF_RANGE);
  });

  test("a file is kept with its own hash", async () => {
    const [version] = await versionsOf(locked.id);
    const keep = (hashed: string) =>
      `INSERT INTO certificate_files (version_id, bytes, sha256, rendered_at)
         VALUES ('${version?.id}', 'drawn', encode(sha256('${hashed}'), 'hex'), now())`;
    expect(await byApp(keep("another"))).toBe(OUT_OF_RANGE);
    expect(await byApp(keep("drawn"))).toBeNull();
  });
});

test("a claim has one first submission", async () => {
  const again = `INSERT INTO submissions (id, registration_id, number, attestation, submitted_at)
    VALUES (uuidv7(), '${locked.id}', 1, 'I attest.', now())`;
  expect(await byApp(again)).toBe(TAKEN);
});

test("a registered day is declared or confirmed", async () => {
  const add = (column: string, value: string) =>
    `UPDATE registration_days SET ${column} = ${value} WHERE registration_id = '${open.id}'`;
  expect(await byApp(add("confirmed_at", "NULL"))).toBe(OUT_OF_RANGE);
});

test("a member has one place at an event", async () => {
  const again = `INSERT INTO registrations (id, event_id, member_id, source, registered_at)
    SELECT uuidv7(), event_id, member_id, source, registered_at FROM registrations WHERE id = '${open.id}'`;
  expect(await byApp(again)).toBe(TAKEN);
});
