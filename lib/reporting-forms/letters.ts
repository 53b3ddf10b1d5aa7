import "server-only";
import { officeFormPath } from "@/lib/addresses";
import { formatLongDay } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import type { Tx } from "@/lib/db";
import { publicUrl } from "@/lib/env";
import { fullName } from "@/lib/members/rules";
import { queueMessages } from "@/lib/messages/commands";
import { formWaits } from "@/lib/messages/templates/form-waits";
import type { ReportingForm } from "@/lib/reporting-forms/queries";
import { readSettings } from "@/lib/settings/queries";

/** Tells those who may sign a form, the officers of an office but its member, that it waits for them. */
export async function tellOfficers(tx: Tx, form: ReportingForm, officeId: string, now: Date) {
  const { id, memberId, title, earnedOn, credits } = form;
  const [settings, member, grants] = await Promise.all([
    readSettings(tx),
    tx.member.findUniqueOrThrow({
      where: { id: memberId },
      select: { firstName: true, lastName: true },
    }),
    tx.roleGrant.findMany({
      where: {
        role: "local_office",
        officeId,
        memberId: { not: memberId },
        member: { retiredAt: null },
      },
      select: {
        office: { select: { name: true } },
        member: { select: { id: true, firstName: true, email: true } },
      },
    }),
  ]);
  const mails = grants.map(({ office, member: officer }) => ({
    ...formWaits(settings, {
      firstName: officer.firstName,
      member: fullName(member),
      office: office?.name ?? "",
      title,
      earnedOn: formatLongDay(earnedOn),
      credits: printCredits(credits),
      formUrl: `${publicUrl()}${officeFormPath(id)}`,
    }),
    memberId: officer.id,
    toAddress: officer.email,
  }));
  await queueMessages(tx, "form_waits", mails, now);
}
