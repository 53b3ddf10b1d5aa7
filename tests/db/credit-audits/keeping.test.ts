import { describe, expect, test } from "vitest";
import { bringProof } from "@/lib/credit-audit-answers/commands";
import { keepDocument } from "@/lib/documents/commands";
import { aCreditAudit, DRAWN_AT, DUE_ON } from "@/tests/support/a-credit-audit";
import { anEntry } from "@/tests/support/an-entry";
import { KEPT, NO_PRIVILEGE, OUT_OF_RANGE, refusalOf } from "@/tests/support/as-role";
import { aFile } from "@/tests/support/files";

describe("the database", () => {
  test.each([
    ["the seed of a draw", "UPDATE audit_selections SET seed = 'mine'"],
    ["a draw", "DELETE FROM audit_selections"],
    ["what was done to an audit", "UPDATE credit_audit_steps SET text = 'x'"],
    ["which renewal was drawn", "UPDATE credit_audits SET place = 7"],
  ])("keeps %s", async (_, sql) => {
    await aCreditAudit();
    expect(await refusalOf("credence_app", sql)).toBe(NO_PRIVILEGE);
  });

  test.each(["audit_selections", "credit_audits", "credit_audit_steps", "cycle_reminders"])(
    "lets nobody empty %s",
    async (table) => {
      expect(await refusalOf("credence_app", `TRUNCATE ${table}`)).toBe(NO_PRIVILEGE);
      expect(await refusalOf("the owner", `TRUNCATE ${table} CASCADE`)).toBe(KEPT);
    },
  );

  test("takes no verdict over an audit whose member still has time", async () => {
    const { auditId } = await aCreditAudit();
    // Midnight of the association after the last day.
    const midnight = `(timestamp '${DUE_ON}' + interval '1 day') AT TIME ZONE time_zone`;
    const decided = (at: string) =>
      refusalOf(
        "credence_app",
        `UPDATE credit_audits SET verdict = 'failed', decided_at = ${at}
           FROM settings WHERE credit_audits.id = '${auditId}'`,
      );
    expect(await decided(`${midnight} - interval '1 second'`)).toBe(KEPT);
    expect(await decided(midnight)).toBeNull();
  });

  test("takes what was brought for an audit to its own entry alone", async () => {
    const { actor, auditId, entries, member } = await aCreditAudit();
    const [entry] = entries;
    const { id } = await keepDocument(actor, { name: "proof.pdf", bytes: aFile("pdf") }, DRAWN_AT);
    const proof = { auditId, entryId: entry?.id ?? "", documents: [id] };
    await bringProof(actor, proof, DRAWN_AT);
    const other = await anEntry(member);
    const moveTo = (entryId = "") =>
      refusalOf("credence_app", `UPDATE documents SET entry_id = '${entryId}' WHERE id = '${id}'`);
    expect(await moveTo(other.id)).toBe(OUT_OF_RANGE);
    expect(await moveTo(entry?.id)).toBeNull();
  });

  test("keeps a draw from its owner too", async () => {
    await aCreditAudit();
    expect(await refusalOf("the owner", "UPDATE audit_selections SET seed = 'mine'")).toBe(KEPT);
  });
});
