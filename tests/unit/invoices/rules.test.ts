import { describe, expect, test } from "vitest";
import { todayIn } from "@/lib/calendar";
import { centsTyped, plainMoney, printMoney } from "@/lib/credits/amount";
import { adjustmentOf } from "@/lib/invoice-changes/rules";
import { amountDueOn, feeLines, type InvoiceFacts } from "@/lib/invoices/rules";

const invoice = (told: Partial<InvoiceFacts> = {}): InvoiceFacts => ({
  lines: [
    { kind: "fee", cents: 12500 },
    { kind: "fee", cents: 12500 },
  ],
  lateFee: 5000,
  lateFeeFrom: "2027-04-01",
  isFeeWaived: false,
  ...told,
});

describe("an invoice comes to", () => {
  test.each([
    ["its fees until the late fee's day", invoice(), "2027-03-31", 25000],
    ["the late fee more from that day on, once", invoice(), "2027-04-01", 30000],
    [
      "its adjusted fees",
      invoice({
        lines: [
          { kind: "fee", cents: 12500 },
          { kind: "adjustment", cents: -2500 },
        ],
      }),
      "2027-01-01",
      10000,
    ],
    [
      "nothing, never late, where the fee is waived",
      invoice({ isFeeWaived: true }),
      "2027-05-01",
      0,
    ],
    [
      "nothing, never late, where it is free",
      invoice({ lines: [{ kind: "fee", cents: 0 }] }),
      "2027-05-01",
      0,
    ],
    [
      "the same when the late fee was charged before",
      invoice({
        lines: [
          { kind: "fee", cents: 12500 },
          { kind: "late_fee", cents: 5000 },
        ],
      }),
      "2027-05-01",
      17500,
    ],
  ] as const)("%s", (_, facts, today, total) => {
    expect(amountDueOn(facts, today).total).toBe(total);
  });

  test.each([
    ["2027-04-01T04:59:59Z", "2027-03-31", 25000],
    ["2027-04-01T05:00:00Z", "2027-04-01", 30000],
  ])("another amount from the association's midnight on: %s", (instant, day, total) => {
    const today = todayIn("America/Chicago", new Date(instant));
    expect(today).toBe(day);
    expect(amountDueOn(invoice(), today).total).toBe(total);
  });
});

test("a line says what it is for", () => {
  const lines = feeLines([
    { id: "a", code: "CAM", renews: { startsOn: "2027-01-01", endsOn: "2027-12-31" }, fee: 12500 },
    {
      id: "b",
      code: "ACSM-CPT",
      renews: { startsOn: "2027-01-01", endsOn: "2029-12-31" },
      fee: 6000,
    },
  ]);
  expect(lines.map(({ text }) => text)).toEqual(["CAM 2027 renewal", "ACSM-CPT 2027–2029 renewal"]);
});

test.each([
  ["25", 2500],
  ["-12.5", -1250],
  [" 0.00 ", 0],
  ["-0", 0],
  ["1,5", null],
  ["", null],
  ["1e3", null],
  ["12.505", null],
])("money typed as %j", (typed, cents) => {
  expect(centsTyped(typed)).toBe(cents);
});

test("what an invoice added to its fees goes into the form for the next one, and back", () => {
  const taken = { kind: "adjustment", cents: -2550 } as const;
  const lines = [{ kind: "fee", cents: 12500 } as const, taken, { ...taken, cents: 50 }];
  expect(adjustmentOf(lines)).toBe(-2500);
  expect(adjustmentOf(lines.slice(0, 1))).toBe(0);
  for (const cents of [-2500, -1205, -5, 0, 7, 12550]) {
    expect(centsTyped(plainMoney(cents))).toBe(cents);
  }
});

test("money is printed in its currency", () => {
  expect(printMoney(12550, "usd")).toBe("$125.50");
  expect(printMoney(-2500, "usd")).toBe("-$25.00");
});
