import type { RuleDraft } from "@/lib/rule-drafts/schema";

/** The fields that hold one text each. */
type Single = {
  [Name in keyof RuleDraft]: RuleDraft[Name] extends string ? Name : never;
}[keyof RuleDraft];

export type Group = {
  title: string;
  fields: readonly {
    name: Single;
    label: string;
    description?: string;
    options?: readonly { value: string; label: string }[];
    type?: "amount" | "date";
    isOptional?: boolean;
    /** Two others stand beside it, one above the other. */
    isBesideTwo?: boolean;
  }[];
};

/** The form before what counts and the maximums. */
export const GROUPS: readonly Group[] = [
  {
    title: "When it begins",
    fields: [
      {
        name: "fromOn",
        label: "From",
        description: "Cycles that fall due on this date or later are judged by this version.",
        type: "date",
      },
    ],
  },
  {
    title: "The cycle and its dates",
    fields: [
      { name: "cycleYears", label: "Years of a cycle" },
      {
        name: "due",
        label: "Due",
        options: [
          { value: "day after end", label: "The day after the cycle ends" },
          { value: "first day", label: "The first day of the cycle" },
        ],
      },
      {
        name: "windowIs",
        label: "Credit is earned",
        options: [
          { value: "cycle", label: "In the cycle" },
          { value: "previous calendar year", label: "In the calendar year before the due date" },
          { value: "months", label: "In a number of months" },
        ],
        isBesideTwo: true,
      },
      {
        name: "windowMonths",
        label: "Months of that window",
        description: "Only where credit is earned in a number of months.",
        isOptional: true,
      },
      {
        name: "windowEndingOn",
        label: "That window ends",
        options: [
          { value: "due", label: "On the due date" },
          { value: "lapse", label: "On the lapse date" },
        ],
      },
      {
        name: "lateFeeAfterMonths",
        label: "Months from the due date to the late fee",
        description: "0: it is added from the due date on.",
      },
      {
        name: "lapseAfterMonths",
        label: "Months from the due date to the lapse",
        description: "Nothing: it never lapses.",
        isOptional: true,
      },
    ],
  },
  {
    title: "What is asked",
    fields: [
      { name: "required", label: "Credits required" },
      { name: "inNetwork", label: "Of them in-network at least", isOptional: true },
      { name: "fee", label: "Fee" },
      { name: "lateFee", label: "Late fee, added to it" },
    ],
  },
];
