import { FactsList } from "@/components/facts-list";
import type { TermsInForce } from "@/lib/programs/rules";
import { termsWords } from "@/lib/programs/wording";

/** All that a rule version demands, in plain sentences. */
export function TermsFacts({ terms, currency }: { terms: TermsInForce; currency: string }) {
  return (
    <FactsList
      facts={termsWords(terms, currency).map(({ name, lines }) => ({
        name,
        fact: lines.map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        )),
      }))}
    />
  );
}
