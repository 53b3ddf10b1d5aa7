import { type Association, type Letter, paragraphs, signed } from "@/lib/messages/rules";

type Values = {
  decision: "accepted" | "declined";
  title: string;
  /** What staff gave as the reason. */
  note: string;
  url: string;
};

/** To the member; `changes` are lines such as "Sat 11 Apr 2026: 6.50 became 5.75". */
export function correctionDecided(
  association: Association,
  values: Values & { firstName: string; changes: readonly string[]; certificate: string | null },
): Letter {
  const { firstName, decision, title, note, url, changes, certificate } = values;
  const happened = decision === "accepted" ? "made the correction" : "declined the correction";
  return {
    subject: `Your request for a correction was ${decision}: ${title}`,
    text: signed(association, association.creditsEmail, [
      `Hello ${firstName},`,
      `${association.associationName} ${happened} of ${title} that you asked for.`,
      ...(changes.length > 0 ? [changes.join("\n")] : []),
      "The reason:",
      note,
      ...(certificate ? [certificate] : []),
      "Your request:",
      url,
    ]),
  };
}

/** To the association's contact address, so that colleagues know. */
export function correctionSettled(
  values: Values & { memberName: string; decidedBy: string; changes: readonly string[] },
): Letter {
  const { memberName, decidedBy, decision, title, note, url, changes } = values;
  return {
    subject: `${decidedBy} ${decision} a correction for ${memberName}: ${title}`,
    text: paragraphs([
      `${decidedBy} ${decision} the correction of ${title} that ${memberName} asked for.`,
      ...(changes.length > 0 ? [changes.join("\n")] : []),
      "The reason:",
      note,
      url,
    ]),
  };
}
