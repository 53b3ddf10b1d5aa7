import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { formatInstant } from "@/lib/calendar";
import { db } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { type Actor, fullName } from "@/lib/members/rules";
import { findPageText } from "@/lib/page-texts/queries";
import type { ChangePageText } from "@/lib/page-texts/schema";
import { may } from "@/lib/roles/rules";
import { findSettings } from "@/lib/settings/queries";

/** Writes a page's text anew; whether there was anything to change. Of two at once one is told. */
export async function changePageText(
  actor: Actor,
  { name, version, text }: ChangePageText,
  now: Date,
): Promise<boolean> {
  if (!may(actor, "change settings")) throw notFoundError();
  const { timeZone } = await findSettings();
  return db.$transaction(async (tx) => {
    const before = await findPageText(name, tx);
    if (before.version === version && before.text === text) return false;
    const { count } = await tx.pageText.updateMany({
      where: { name, version },
      data: { text, version: { increment: 1 }, changedAt: now, changedById: actor.memberId },
    });
    if (count === 0) throw changedMeanwhile(await findPageText(name, tx), timeZone);
    const facts = { text: { from: before.text, to: text } };
    const told = { act: "changed the text of a page", subject: "page", subjectId: name, facts };
    await recordAudit(tx, { actor, ...told }, now);
    return true;
  });
}

function changedMeanwhile(
  { changedAt, changedBy }: Awaited<ReturnType<typeof findPageText>>,
  timeZone: string,
) {
  const who = changedBy ? fullName(changedBy) : "Somebody";
  const when = changedAt ? ` on ${formatInstant(changedAt, timeZone)}` : "";
  return new DomainError(
    "conflict",
    `${who} changed this text${when}. It stands above now, and yours is still in the field: take over what is missing and save again.`,
    "text",
  );
}
