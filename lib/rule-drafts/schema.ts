import { z } from "zod";

const text = z.string().max(200).default("");
const texts = z.array(z.string().max(200)).max(500);

/**
 * The form of a rule version as it was typed. It takes any words: what they say is judged as a whole
 * (lib/rule-drafts/rules.ts), so that one look at the form shows all that is wrong.
 */
export const ruleDraftSchema = z.object({
  programCode: z.string().max(40),
  fromOn: text,
  cycleYears: text,
  windowIs: text,
  windowMonths: text,
  windowEndingOn: text,
  due: text,
  lateFeeAfterMonths: text,
  /** Blank: never lapses. */
  lapseAfterMonths: text,
  required: text,
  /** Blank: no minimum. */
  inNetwork: text,
  fee: text,
  lateFee: text,
  sources: texts,
  creditTypesRefused: texts,
  /** A maximum has one of each, by its row; a row without credits and formats is none. */
  capName: texts,
  capCredits: texts,
  capPer: texts,
  capFrom: texts,
  capTo: texts,
  /** "2:Teaching": the row and one of its formats, or PARTICIPATION. */
  capFormats: texts,
  /** Rows to leave out. */
  capRemoved: texts,
  /** A format and the first date earned from which it is accepted, each by its place; blank: always. */
  formatName: texts,
  formatFrom: texts,
});

export type RuleDraft = z.output<typeof ruleDraftSchema>;
