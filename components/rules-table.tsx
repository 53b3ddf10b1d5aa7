import type { ReactNode } from "react";
import type { Column } from "@/components/data-cell";
import { DataTable } from "@/components/data-table";
import { formatLongDay } from "@/lib/calendar";
import type { Cap, RuleVersion, TermsInForce } from "@/lib/programs/rules";
import {
  acceptedWords,
  capWords,
  dueWords,
  feeWords,
  requiredWords,
  windowWords,
} from "@/lib/programs/wording";

/** A program with the rules in force and those that follow. */
export type RuledProgram = {
  called: { code: string; name: string };
  versions: readonly RuleVersion[];
};

type Row = RuledProgram["called"] & RuleVersion;

/** The rules as they stand, a row for each version; the words come from the rules themselves. */
export function RulesTable({
  programs,
  about,
  currency,
}: {
  programs: readonly RuledProgram[];
  /** What a renewal asks for, or what counts for it. */
  about: "requirements" | "what counts";
  currency: string;
}) {
  const rows = programs.flatMap(({ called, versions }) =>
    versions.map((version) => ({ ...called, ...version })),
  );
  const from: Column<Row> = {
    key: "from",
    header: "Due from",
    cell: ({ fromOn }) => (fromOn <= "1900-01-01" ? "Always" : formatLongDay(fromOn)),
  };
  return (
    <DataTable
      caption="The rules in force"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[PROGRAM, ...(about === "requirements" ? asked(currency) : COUNTS), from]}
    />
  );
}

const PROGRAM: Column<Row> = {
  key: "program",
  header: "Credential",
  rowHeader: true,
  cell: ({ code, name }) => (
    <>
      {code}
      <span className="block font-normal text-muted">{name}</span>
    </>
  ),
};

const WINDOW: Column<Row> = {
  key: "window",
  header: "Earned",
  cell: ({ terms }) => windowWords(terms),
};

const COUNTS: Column<Row>[] = [
  WINDOW,
  {
    key: "accepted",
    header: "What counts",
    cell: ({ terms }) => lines(acceptedWords(terms)),
  },
  { key: "caps", header: "Maximums", cell: ({ terms }) => maximums(terms) },
];

const asked = (currency: string): Column<Row>[] => [
  { key: "required", header: "Required", cell: ({ terms }) => requiredWords(terms) },
  WINDOW,
  { key: "caps", header: "Maximums", cell: ({ terms }) => maximums(terms) },
  { key: "fee", header: "Fee", cell: ({ terms }) => feeWords(terms, currency) },
  { key: "due", header: "Dates", cell: ({ terms }) => dueWords(terms) },
];

function maximums({ caps }: TermsInForce): ReactNode {
  return caps.length === 0 ? "None" : lines(caps.map(maximum));
}

/** A maximum that has a name of its own says which formats it is about. */
function maximum(cap: Cap): string {
  return cap.name ? `${capWords(cap)} (${cap.formats.join(", ")})` : capWords(cap);
}

function lines(sentences: readonly string[]): ReactNode {
  return sentences.map((sentence) => (
    <span key={sentence} className="block">
      {sentence}
    </span>
  ));
}
