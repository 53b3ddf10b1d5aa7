import type { Claim, Row } from "@/lib/claims/rules";

/** When an ordinary event of the tests ends: Sunday 12 April 2026, 17:00 in Chicago. */
export const ENDS_AT = new Date("2026-04-12T22:00:00Z");

/** Two days after it, when credits are entered. */
export const NOW = new Date("2026-04-14T19:05:00Z");

/** An open day of a claim, of at most 7.00 credits, for rules; the database's is `aClaim`. */
export function aRow(told: Partial<Row> = {}): Row {
  return { day: "2026-04-10", maximum: 700, credits: null, submittedAt: null, ...told };
}

export function anEndedEvent(told: Partial<Claim["event"]> = {}): Claim["event"] {
  const creditType = { name: "AMA PRA Category 1", increment: 25 };
  return { endsAt: ENDS_AT, timeZone: "America/Chicago", creditType, ...told };
}

/** A claim of these rows at an event that has ended. */
export function rowsOfAClaim(...rows: Partial<Row>[]): Claim {
  const days = ["2026-04-10", "2026-04-11", "2026-04-12"];
  return {
    event: anEndedEvent(),
    rows: rows.map((row, place) => aRow({ day: days[place], ...row })),
  };
}
