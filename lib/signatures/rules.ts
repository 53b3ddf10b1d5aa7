import { createHash } from "node:crypto";
import type { Day } from "@/lib/calendar";

/** What a local office vouches for. */
export type Content = {
  formId: string;
  memberId: string;
  earnedOn: Day;
  starts: string;
  ends: string;
  breakMinutes: number;
  /** Hundredths. */
  credits: number;
  creditType: string;
  category: string;
  title: string;
  /** Null: another organization. */
  providerId: string | null;
  providerOther: string | null;
  description: string;
};

/** SHA-256 over the content as JSON with its keys in order and its texts in NFC: the same content, the same hash. */
export function contentHash(content: Content): string {
  const told = Object.entries(content)
    .map(([name, value]) => [name, typeof value === "string" ? value.normalize("NFC") : value])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify(Object.fromEntries(told)))
    .digest("hex");
}

export const ATTESTATION =
  "I have verified this form: the member took part as it says, with meals and breaks excluded.";

/** What a member vouches for who uploads a paper form. */
export const PAPER_ATTESTATION =
  "The document that I upload is this form, signed on paper by my local office.";

/** What an officer reads whose form is a draft again, or withdrawn. */
export const TAKEN_BACK =
  "The member changed or took back this form since you opened it. Go back to the queue.";
