import { verifyPath } from "@/lib/addresses";
import { formatDays } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import type { Answer } from "@/lib/verification/rules";
import { FactsList } from "./facts-list";
import { Status } from "./status";
import { TextLink } from "./text-link";

type Found = {
  number: string;
  version: number;
  answer: Answer;
  facts: {
    name: string;
    suffix: string;
    title: string;
    dates: { first: string; last: string };
    total: number;
    kind: "credit" | "participation" | "renewal";
    creditType: string;
  };
};

/** The answer first, then what the certificate says: name, title, dates, credits. */
export function VerificationAnswer({ found, of }: { found: Found | null; of: "number" | "file" }) {
  if (!found) {
    return (
      <section className="flex flex-col gap-3">
        <h2>
          <Status kind="unknown" size="large" />
        </h2>
        <p className="measure">
          {of === "file"
            ? "No certificate was issued as exactly this file. It may have been changed or saved anew by another program: check by the number printed on it."
            : "No certificate was issued under this number and version. Check both against the print, character by character."}
        </p>
      </section>
    );
  }
  const { number, version, answer, facts } = found;
  return (
    <section className="flex flex-col gap-4">
      <h2>
        <Status
          kind={answer.is}
          detail={answer.is === "superseded" ? `by version ${answer.by}` : undefined}
          size="large"
        />
      </h2>
      <p className="measure">
        {explanation(found, of)}
        {answer.is === "superseded" ? (
          <>
            {" "}
            <TextLink href={verifyPath(number, answer.by)}>See version {answer.by}</TextLink>
          </>
        ) : null}
      </p>
      <FactsList
        facts={[
          { name: "Name", fact: [facts.name, facts.suffix].filter(Boolean).join(", ") },
          { name: facts.kind === "renewal" ? "Renewed" : "Activity", fact: facts.title },
          { name: "Dates", fact: formatDays(facts.dates.first, facts.dates.last) },
          ...(facts.kind === "renewal" ? [] : [{ name: "Credits", fact: creditsOf(facts) }]),
          { name: "Certificate", fact: `${number}, version ${version}` },
        ]}
      />
    </section>
  );
}

function creditsOf({ kind, total, creditType }: Found["facts"]): string {
  return `${printCredits(total)} ${kind === "credit" ? creditType : "(participation)"}`;
}

function explanation({ version, answer }: Found, of: "number" | "file"): string {
  const which =
    of === "file"
      ? `This file is version ${version} exactly as issued`
      : `Version ${version} was issued`;
  switch (answer.is) {
    case "genuine":
      return of === "file" ? `${which}, and it stands.` : "This certificate was issued and stands.";
    case "superseded":
      return `${which}, but a later version replaces it.`;
    case "revoked":
      return `${which}, but it was revoked: it is no longer valid.`;
  }
}
