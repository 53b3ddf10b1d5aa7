import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { issueInvoices, takeNumbers } from "@/lib/invoices/commands";
import { findRenewal } from "@/lib/renewals/queries";
import { aCertification } from "@/tests/support/a-certification";
import { aRenewal, INVOICED_AT, INVOICED_ON } from "@/tests/support/a-renewal";
import { anAccount } from "@/tests/support/accounts";
import { whileItWaits } from "@/tests/support/while-it-waits";

const year2027 = { startsOn: "2027-01-01", endsOn: "2027-12-31" };

describe("an invoice is issued", () => {
  test("for all credentials that fall due together, each with its line", async () => {
    const { id, member } = await aRenewal("CAM", "CALP");
    const renewal = await findRenewal(member.id, id);
    expect(renewal).toMatchObject({
      dueOn: "2027-01-01",
      window: { from: "2026-01-01", to: "2026-12-31" },
      lateFeeFrom: "2027-04-01",
      lapsesOn: null,
      isPaid: false,
      invoice: { requiredCredits: 800, ruledCredits: 800, minimumCredits: 500, lateFee: 5000 },
    });
    expect(renewal?.invoice.lines.map(({ text, cents }) => [text, cents])).toEqual([
      ["CALP 2027 renewal", 12500],
      ["CAM 2027 renewal", 12500],
    ]);
  });

  test("sixty days before the due date and not a day sooner", async () => {
    const held = await aCertification("CAM", [year2027]);
    const invoices = () => db.invoice.count({ where: { renewal: { memberId: held.memberId } } });
    await issueInvoices("2026-11-01", INVOICED_AT);
    expect(await invoices()).toBe(0);
    await issueInvoices(INVOICED_ON, INVOICED_AT);
    expect(await invoices()).toBe(1);
  });

  test("once, however often and by however many at once", async () => {
    const held = await aCertification("CAS", [year2027]);
    await Promise.all([1, 2, 3].map(() => issueInvoices("2026-11-20", INVOICED_AT)));
    expect(await issueInvoices("2026-11-20", INVOICED_AT)).toBe(0);
    const { memberId } = held;
    expect(await db.invoice.count({ where: { renewal: { memberId } } })).toBe(1);
    const sent = await db.message.findMany({ where: { memberId, kind: "renewal_due" } });
    expect(sent.map(({ subject }) => subject)).toEqual(["It's time to renew CAS"]);
  });

  test("with its cycles taken in the order of their ids, as an import takes them", async () => {
    const first = await aCertification("CAM", [year2027]);
    const second = await aCertification("CALP", [year2027], first.memberId);
    const [low = "", high = ""] = [first, second].flatMap(({ cycles }) =>
      cycles.map(({ id }) => id),
    );
    expect(low < high).toBe(true);
    await whileItWaits(
      async (tx) => {
        await tx.$queryRaw`SELECT FROM cycles WHERE id = ${low}::uuid FOR UPDATE`;
      },
      () => issueInvoices(INVOICED_ON, INVOICED_AT),
      async (tx) => {
        await tx.$queryRaw`SELECT FROM cycles WHERE id = ${high}::uuid FOR UPDATE NOWAIT`;
      },
    );
    const { memberId } = first;
    expect(await db.cycle.count({ where: { renewal: { memberId } } })).toBe(2);
  });

  test("to all others where one is renewed meanwhile", async () => {
    const [one, ...others] = [
      await aCertification("CAM", [year2027]),
      await aCertification("CAM", [year2027]),
      await aCertification("CAS", [year2027]),
    ];
    const issued = await whileItWaits(
      async (tx) => {
        await tx.cycle.updateMany({
          where: { certificationId: one.id },
          data: { renewedAt: INVOICED_AT },
        });
      },
      () => issueInvoices(INVOICED_ON, INVOICED_AT),
    );
    expect(issued).toBe(2);
    const held = others.map(({ memberId }) => memberId);
    expect(await db.renewal.count({ where: { memberId: { in: held } } })).toBe(2);
    expect(await db.renewal.count({ where: { memberId: one.memberId } })).toBe(0);
  });

  test("never to a retired member, nor for a cycle that has lapsed or is renewed", async () => {
    const retired = await anAccount({ password: null, retiredAt: INVOICED_AT });
    await aCertification("CAM", [year2027], retired.id);
    const lapsed = await aCertification("ACSM-CPT", [
      { startsOn: "2020-01-01", endsOn: "2022-12-31" },
    ]);
    const renewed = await aCertification("CAM", [{ ...year2027, renewedAt: INVOICED_AT }]);
    await issueInvoices(INVOICED_ON, INVOICED_AT);
    const memberId = { in: [retired.id, lapsed.memberId, renewed.memberId] };
    expect(await db.renewal.count({ where: { memberId } })).toBe(0);
  });

  test("with numbers that have no gap, also where one who took a number came to nothing", async () => {
    const lost = db.$transaction(async (tx) => {
      await takeNumbers(tx, 3);
      throw new Error("came to nothing");
    });
    await expect(lost).rejects.toThrow("came to nothing");
    for (const code of ["CAM", "CAPS", "CAS"]) await aCertification(code, [year2027]);
    await Promise.all([1, 2].map(() => issueInvoices(INVOICED_ON, INVOICED_AT)));
    const numbers = await db.invoice.findMany({ orderBy: { number: "asc" } });
    expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, place) => place + 1));
  });
});
