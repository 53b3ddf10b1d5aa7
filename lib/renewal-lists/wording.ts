import { z } from "zod";
import { printCredits, printMoney } from "@/lib/credits/amount";
import { WAIVER_REASONS } from "@/lib/waivers/wording";
import { WaiverReason } from "@/prisma/generated/enums";

const invoiceSchema = z.object({ number: z.int(), requiredCredits: z.int() });
const replacedSchema = z.object({ from: invoiceSchema, to: invoiceSchema });
const waivedSchema = z.object({ part: z.enum(["fee", "credits"]), kind: z.enum(WaiverReason) });
const newsSchema = z.object({
  news: z.string(),
  cents: z.int().nullable(),
  currency: z.string().nullable(),
});
const undoneSchema = z.object({ reason: z.string() });

type Told = {
  act: string;
  facts: unknown;
  /** As far as they are not erased. */
  values: readonly { name: string; value: unknown }[];
  /** The payment that it was done to. Null: it was done to the renewal. */
  payment: { cents: number; currency: string } | null;
};

/**
 * What an entry of the log tells of an act on a renewal: from what to what, how much, and why. Why a
 * payment was given back stays on its own page, with those who refund.
 */
export function noteOfAct({ act, facts, values, payment }: Told): string {
  const typed = payment ? null : values.find(({ name }) => name === "reason")?.value;
  const why = typeof typed === "string" ? typed : "";
  return [whatOf(act, facts, payment), why].filter(Boolean).join(": ");
}

function whatOf(act: string, facts: unknown, payment: Told["payment"]): string {
  if (act === "replaced an invoice") {
    const { data } = replacedSchema.safeParse(facts);
    if (!data) return "";
    const { from, to } = data;
    return `Invoice ${from.number} → ${to.number}, ${printCredits(from.requiredCredits)} → ${printCredits(to.requiredCredits)} CECs`;
  }
  if (act === "granted a waiver") {
    const { data } = waivedSchema.safeParse(facts);
    if (!data) return "";
    return `${data.part === "fee" ? "The fee" : "The credits"}, ${WAIVER_REASONS[data.kind]}`;
  }
  if (act === "requested a refund" && payment) return printMoney(payment.cents, payment.currency);
  if (act === "received payment news") {
    const { data } = newsSchema.safeParse(facts);
    const cents = data?.cents ?? payment?.cents;
    const currency = data?.currency ?? payment?.currency;
    if (!data || cents === undefined || !currency) return "";
    return `${printMoney(cents, currency)} ${data.news}`;
  }
  return act === "undid a renewal" ? (undoneSchema.safeParse(facts).data?.reason ?? "") : "";
}
