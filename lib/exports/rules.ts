/** What can be exported, with the words of its page. The days of a range are inclusive. */
export const EXPORTS = {
  members: {
    title: "Members",
    about: "Everybody on record, in the columns of the import file.",
    range: null,
  },
  claims: {
    title: "Claims",
    about:
      "Every claimed day with its credits as they stand, by event. A certificate that was revoked has its time in the column certificate_revoked.",
    range: "Last day of the event",
  },
  credit: {
    title: "Credit",
    about: "Every credit on members' records, whatever its source.",
    range: "Date earned",
  },
  payments: {
    title: "Invoices and payments",
    about: "Every invoice that was issued, void ones too, with what was paid and refunded.",
    range: "Day of issue",
  },
} as const;

export type ExportKind = keyof typeof EXPORTS;

export function isExport(name: string): name is ExportKind {
  return Object.hasOwn(EXPORTS, name);
}
