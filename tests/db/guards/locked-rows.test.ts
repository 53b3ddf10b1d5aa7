import { beforeAll, describe, expect, test } from "vitest";
import { sealAudit } from "@/lib/audit/commands";
import { renderVersion } from "@/lib/certificates/commands";
import { requestCorrection } from "@/lib/correction-requests/commands";
import { aLockedClaim, correct } from "@/tests/support/a-correction";
import { NOW } from "@/tests/support/a-row";
import { versionsOf } from "@/tests/support/a-trail";
import { KEPT, NO_PRIVILEGE, refusalOf } from "@/tests/support/as-role";

/** One claim with every kind of row: locked, corrected to 0 and up again, drawn, sealed. */
beforeAll(async () => {
  const claim = await aLockedClaim([650]);
  const request = { registrationId: claim.id, message: "Day 1 was 7.00." };
  await requestCorrection(claim.actor, request, NOW);
  await correct(claim);
  await correct(claim, { credits: 0 });
  await correct(claim, { credits: 25 });
  for (const { id, version } of await versionsOf(claim.id)) {
    const bytes = new TextEncoder().encode(`version ${version}`);
    await renderVersion(id, async () => ({ bytes }), NOW);
  }
  await sealAudit("all");
});

const lockedRows = {
  claim_days: "credits = 700",
  submissions: "submitted_at = submitted_at + interval '1 day'",
  corrections: "new_credits = 700",
  correction_requests: "message = 'another'",
  certificates: "number = 'CR-0000000000000000'",
  certificate_versions: `facts = '{"total": 99999}'`,
  certificate_files: "bytes = 'another', sha256 = encode(sha256('another'), 'hex')",
  audit_entries: "act = 'another'",
  audit_seals: "hash = 'another'",
};

describe.each(Object.entries(lockedRows))("%s", (table, change) => {
  const update = `UPDATE ${table} SET ${change}`;
  const remove = `DELETE FROM ${table}`;
  const empty = `TRUNCATE ${table} CASCADE`;

  test("are not changed, removed or emptied by the application", async () => {
    expect([NO_PRIVILEGE, KEPT]).toContain(await refusalOf("credence_app", update));
    expect(await refusalOf("credence_app", remove)).toBe(NO_PRIVILEGE);
    expect(await refusalOf("credence_app", empty)).toBe(NO_PRIVILEGE);
  });

  test("are not changed, removed or emptied by the tables' owner either", async () => {
    expect(await refusalOf("the owner", update)).toBe(KEPT);
    expect(await refusalOf("the owner", remove)).toBe(KEPT);
    expect(await refusalOf("the owner", empty)).toBe(KEPT);
  });
});

describe("a locked day never changes, by any route", () => {
  test.each([
    ["unlocked", "UPDATE claim_days SET submission_id = NULL"],
    ["made blank", "UPDATE claim_days SET credits = NULL"],
    ["given the same amount again", "UPDATE claim_days SET credits = credits"],
    ["moved to another date", "UPDATE event_days SET day = day + 400"],
    ["moved with its registered day", "UPDATE registration_days SET event_day_id = uuidv7()"],
    ["moved with its event's day", "UPDATE event_days SET id = uuidv7()"],
    ["moved with its registration", "UPDATE registrations SET id = uuidv7()"],
    ["moved with its submission", "UPDATE submissions SET id = uuidv7()"],
  ])("%s", async (_how, sql) => {
    expect([NO_PRIVILEGE, KEPT]).toContain(await refusalOf("credence_app", sql));
    expect(await refusalOf("the owner", sql)).toBe(KEPT);
  });

  test.each(["registration_days", "registrations", "event_days", "events", "members"])(
    "nor does it go with its %s",
    async (table) => {
      // Staff remove an event, or a day of it, that nobody is registered for, and no other.
      const refused = ["event_days", "events"].includes(table) ? KEPT : NO_PRIVILEGE;
      expect(await refusalOf("credence_app", `DELETE FROM ${table}`)).toBe(refused);
      expect(await refusalOf("the owner", `DELETE FROM ${table}`)).not.toBeNull();
      expect(await refusalOf("the owner", `TRUNCATE ${table} CASCADE`)).toBe(KEPT);
    },
  );
});

describe("an issued certificate may only end, and once", () => {
  test.each([
    ["its facts", `UPDATE certificate_versions SET facts = jsonb_set(facts, '{total}', '99999')`],
    ["its number", "UPDATE certificate_versions SET version = version + 10"],
    [
      "its day of issue",
      "UPDATE certificate_versions SET issued_at = issued_at + interval '1 day'",
    ],
    ["that it was superseded", "UPDATE certificate_versions SET superseded_at = NULL"],
    [
      "that it was revoked",
      "UPDATE certificate_versions SET revoked_at = NULL, revoked_reason = NULL",
    ],
    [
      "why it was revoked",
      "UPDATE certificate_versions SET revoked_reason = 'another' WHERE revoked_at IS NOT NULL",
    ],
  ])("%s stays", async (_what, sql) => {
    expect(await refusalOf("credence_app", sql)).toBe(KEPT);
    expect(await refusalOf("the owner", sql)).toBe(KEPT);
  });

  test("the active one can be revoked, with a reason", async () => {
    const active = "superseded_at IS NULL AND revoked_at IS NULL";
    const revoke = "UPDATE certificate_versions SET revoked_at = issued_at";
    expect(await refusalOf("credence_app", `${revoke} WHERE ${active}`)).toBe("23514");
    expect(
      await refusalOf("credence_app", `${revoke}, revoked_reason = 'Wrong.' WHERE ${active}`),
    ).toBeNull();
  });
});

describe("the audit log", () => {
  test("takes no change of a personal value; erasing it is the application's one removal", async () => {
    const change = `UPDATE audit_values SET value = '"another"'`;
    expect(await refusalOf("credence_app", change)).toBe(NO_PRIVILEGE);
    expect(await refusalOf("the owner", change)).toBe(KEPT);
    expect(await refusalOf("credence_app", "DELETE FROM audit_values")).toBeNull();
    expect(await refusalOf("credence_app", "TRUNCATE audit_values")).toBe(NO_PRIVILEGE);
  });

  test.each([
    "ALTER TABLE audit_entries DISABLE TRIGGER USER",
    "ALTER TABLE claim_days DISABLE TRIGGER USER",
    "DROP TABLE audit_seals",
    "SET session_replication_role = replica",
    "ALTER TABLE claim_days ADD COLUMN note text",
    "CREATE TABLE public.another (id int)",
    "GRANT DELETE ON audit_entries TO credence_app; DELETE FROM audit_entries",
  ])("the application's role may not: %s", async (sql) => {
    expect(await refusalOf("credence_app", sql)).not.toBeNull();
  });
});
