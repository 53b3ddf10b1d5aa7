import { documentPath } from "@/lib/addresses";
import { type Day, formatDay } from "@/lib/calendar";
import type { Entered } from "@/lib/conversions/rules";
import { printCredits } from "@/lib/credits/amount";
import { type ListedDocument, printSize } from "@/lib/documents/rules";
import { providerOf } from "@/lib/entries/rules";
import type { EntrySource } from "@/prisma/generated/enums";
import { FactsList } from "./facts-list";

type Shown = {
  source: EntrySource;
  earnedOn: Day;
  reportedOn: Day;
  formatName: string;
  credits: number;
  creditTypeName: string;
  courseNumber: string;
  title: string;
  provider: { name: string } | null;
  providerOther: string | null;
  entered: unknown;
  documents: readonly ListedDocument[];
};

/** Every fact of an entry, with its documents to download. */
export function EntryFacts({ entry, association }: { entry: Shown; association: string }) {
  const { entered, documents } = entry;
  const converted = entered as (Entered & { words: string }) | null;
  return (
    <FactsList
      facts={[
        { name: "Course Name", fact: entry.title },
        { name: "Provider/Organization", fact: providerOf(entry, association) },
        { name: "Date Earned", fact: formatDay(entry.earnedOn) },
        { name: "Date Reported", fact: formatDay(entry.reportedOn) },
        { name: "Format", fact: entry.formatName },
        {
          name: "CECs Earned",
          fact: printCredits(entry.credits) + (converted ? ` (${converted.words})` : ""),
        },
        { name: "Credit Type", fact: entry.creditTypeName },
        { name: "Course number", fact: entry.courseNumber || "None" },
        {
          name: "Documents",
          fact:
            documents.length === 0 ? (
              "None"
            ) : (
              <ul className="flex flex-col gap-1">
                {documents.map(({ id, fileName, size }) => (
                  <li key={id} className="wrap-anywhere">
                    <a href={documentPath(id)} className="words-link">
                      {fileName}
                    </a>{" "}
                    <span className="text-body text-muted">{printSize(size)}</span>
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}
