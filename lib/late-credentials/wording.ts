import { capital } from "@/lib/sentences";

/** What staff are told of so many credentials that came too late for an invoice, and may do. */
export function wordsForLate(count: number) {
  const [them, itself, own] =
    count === 1
      ? ["it", "itself", "an invoice of its own"]
      : ["them", "themselves", "an invoice of their own"];
  const byItself = `let ${them} renew by ${itself}: with ${own}, sharing the member’s credits.`;
  return {
    act: `Renew ${them} by ${itself}`,
    mayJoin: `Tick ${them} below to put ${them} on a new invoice of this renewal, or ${byItself}`,
    mayNotJoin: `Nothing can be added to what is paid or complete. ${capital(byItself)}`,
  };
}
