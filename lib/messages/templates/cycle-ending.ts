import { type Association, type Letter, signed } from "@/lib/messages/rules";

type Ending = {
  /** "CAM and CALP" */
  credentials: string;
  /** As printed: "31 December 2026" and "in 30 days". */
  endsOn: string;
  inDays: string;
  /** What is there, what is left and by when, a sentence each. */
  sentences: readonly string[];
  url: string;
};

type Values = { firstName: string; endings: readonly Ending[] };

/** Cycles of a member end soon, and are not renewed yet. */
export function cycleEnding(association: Association, { firstName, endings }: Values): Letter {
  const [first] = endings;
  const subject =
    first && endings.length === 1
      ? `Your cycle of ${first.credentials} ends on ${first.endsOn}`
      : "Your certification cycles end soon";
  return {
    subject,
    text: signed(association, association.membershipEmail, [
      `Hello ${firstName},`,
      ...endings.map(({ credentials, endsOn, inDays, sentences, url }) =>
        [
          `The current cycle of ${credentials} ends on ${endsOn}, ${inDays}.`,
          ...sentences,
          url,
        ].join("\n"),
      ),
      "You can switch off such reminders in My Profile.",
    ]),
  };
}
