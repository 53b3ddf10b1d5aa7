import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { FactsList } from "@/components/facts-list";
import { PageHeading } from "@/components/page-heading";
import { formatInstant } from "@/lib/calendar";
import { env } from "@/lib/env";
import { isId } from "@/lib/ids";
import { findMessage } from "@/lib/messages/queries";
import { wordsForFate } from "@/lib/messages/rules";
import { findSettings } from "@/lib/settings/queries";
import { MailText } from "./mail-text";

export const metadata: Metadata = { title: "Mail" };

export default async function Mail({ params }: PageProps<"/mail/[messageId]">) {
  if (env.CREDENCE_MODE === "production") notFound();
  const { messageId } = await params;
  if (!isId(messageId)) notFound();
  const [message, settings] = await Promise.all([findMessage(messageId), findSettings()]);
  if (!message) notFound();
  const fate = wordsForFate(message);
  return (
    <>
      <Breadcrumbs steps={[{ label: "Mails", href: "/mail" }, { label: "Mail" }]} />
      <PageHeading title={message.subject} />
      <FactsList
        facts={[
          { name: "From", fact: `${settings.associationName} <${settings.membershipEmail}>` },
          { name: "To", fact: message.toAddress },
          { name: "Written", fact: formatInstant(message.queuedAt, settings.timeZone) },
          { name: "Delivery", fact: message.failure ? `${fate} (${message.failure})` : fate },
        ]}
      />
      <MailText text={message.text} />
    </>
  );
}
