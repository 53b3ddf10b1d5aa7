import { type Day, formatDay, formatInstant } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import { breakWords } from "@/lib/reporting-forms/wording";
import { FactsList } from "./facts-list";

export type FormShown = {
  earnedOn: Day;
  formatName: string;
  starts: string;
  ends: string;
  breakMinutes: number;
  credits: number;
  title: string;
  organization: string;
  description: string;
  signature: SignatureShown | null;
};

export type SignatureShown = {
  name: string;
  signedAt: Date;
  /** Null: signed on paper. */
  officer: string | null;
  office: { name: string } | null;
  isUnchanged: boolean;
};

/** What a CEC Reporting Form says, and who vouches for it. */
export function FormFacts({ form, timeZone }: { form: FormShown; timeZone: string }) {
  const { signature } = form;
  return (
    <FactsList
      facts={[
        { name: "Date", fact: formatDay(form.earnedOn) },
        { name: "Category", fact: form.formatName },
        { name: "Time", fact: `${form.starts} to ${form.ends}, ${breakWords(form.breakMinutes)}` },
        { name: "CECs", fact: printCredits(form.credits) },
        { name: "Title", fact: form.title },
        { name: "Organization", fact: form.organization },
        ...(form.description
          ? [
              {
                name: "Description",
                fact: <p className="whitespace-pre-wrap">{form.description}</p>,
              },
            ]
          : []),
        ...(signature ? [{ name: "Signature", fact: signatureWords(signature, timeZone) }] : []),
      ]}
    />
  );
}

/** "Ada Example, Northern Office, on 3 Mar 2026, 14:00 Chicago time; unchanged since signed" */
export function signatureWords(signature: SignatureShown, timeZone: string): string {
  const { name, officer, office, signedAt, isUnchanged } = signature;
  const who = officer && officer !== name ? `${name} (${officer})` : name;
  const where = office ? `, ${office.name}` : "";
  const how = officer
    ? `on ${formatInstant(signedAt, timeZone)}`
    : `signed on paper, uploaded on ${formatInstant(signedAt, timeZone)}`;
  const since = isUnchanged ? "unchanged since signed" : "changed since signed";
  return `${who}${where}, ${how}; ${since}`;
}
