import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { FactsList } from "@/components/facts-list";
import { PageHeading } from "@/components/page-heading";
import { Panel } from "@/components/panel";
import { TextLink } from "@/components/text-link";
import { findMember, listProfessions } from "@/lib/members/queries";
import { fullName } from "@/lib/members/rules";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { MailsForm } from "./mails-form";
import { ProfessionForm } from "./profession-form";
import { SignOutForm } from "./sign-out-form";

export const metadata: Metadata = { title: "My Profile" };

export default async function ProfilePage() {
  const { memberId } = await requireActor();
  const [member, { shortName, membershipEmail }] = await Promise.all([
    findMember(memberId),
    findSettings(),
  ]);
  if (!member) notFound();
  return (
    <>
      <Breadcrumbs steps={[MY_ACCOUNT, { label: "My Profile" }]} />
      <PageHeading title="My Profile">
        This is what the association has on record. To change your name or how to reach you, write
        to{" "}
        <a href={`mailto:${membershipEmail}`} className="words-link">
          {membershipEmail}
        </a>
        .
      </PageHeading>
      <FactsList facts={factsOf(member)} />
      {member.professionName === null ? (
        <Panel title="Your profession">
          <ProfessionForm professions={await listProfessions()} />
        </Panel>
      ) : null}
      <Panel title="Emails">
        <MailsForm muted={member.mutedMessages.map(({ kind }) => kind)} />
      </Panel>
      <Panel title="Second factor">
        <p className="measure text-body text-muted">
          A code from an app on your phone, asked for after your password.
        </p>
        <p>
          <TextLink href="/profile/second-factor">Second factor</TextLink>
        </p>
      </Panel>
      <Panel title="Sessions">
        <SignOutForm />
      </Panel>
      <Panel title={`My ${shortName} CMEs and Events`}>
        <p>
          <TextLink href="/events">CME Tracker</TextLink>
        </p>
      </Panel>
    </>
  );
}

function factsOf(member: NonNullable<Awaited<ReturnType<typeof findMember>>>) {
  const facts = [
    { name: "Name", fact: [fullName(member), member.suffix].filter(Boolean).join(", ") },
    { name: "Member number", fact: member.memberNumber },
    { name: "Username", fact: member.username },
    { name: "Email address", fact: member.email },
    { name: "Phone", fact: member.phone },
    { name: "Address", fact: member.address },
    { name: "Local office", fact: member.localOffice?.name },
    { name: "Profession", fact: member.professionName },
    { name: "Membership", fact: member.retiredAt ? "Retired" : "Active" },
  ];
  return facts.filter(({ fact }) => fact);
}
