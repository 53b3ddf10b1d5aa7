import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { ButtonLink } from "@/components/button-link";
import { FactsList } from "@/components/facts-list";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import {
  directoryChangePath,
  directorySearchPath,
  memberPlacesPath,
  mergePath,
} from "@/lib/addresses";
import { formatBirthday, formatInstant, todayIn } from "@/lib/calendar";
import {
  type DirectoryMember,
  findDirectoryMember,
  findHoldings,
  listNameChanges,
} from "@/lib/directory/queries";
import { refusalToChange } from "@/lib/directory/rules";
import { listMemberPlaces } from "@/lib/member-places/queries";
import { memberPlacesSchema } from "@/lib/member-places/schema";
import { listMemberRenewals } from "@/lib/member-renewals/queries";
import { fullName } from "@/lib/members/rules";
import { findMergesOf } from "@/lib/merges/queries";
import { may } from "@/lib/roles/rules";
import { hasSecondFactor } from "@/lib/second-factors/queries";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { Entries } from "./entries";
import { Holdings } from "./holdings";
import { MembershipForm } from "./membership-form";
import { Merges } from "./merges";
import { Places } from "./places";
import { Renewals } from "./renewals";
import { SecondFactorForm } from "./second-factor-form";

export const metadata: Metadata = { title: "Member" };

export default async function MemberPage({
  params,
  searchParams,
}: PageProps<"/admin/members/[memberId]">) {
  const actor = await requireRole("keep members");
  const member = await findDirectoryMember((await params).memberId);
  if (!member) notFound();
  const { events: after } = memberPlacesSchema.parse(await searchParams);
  const { timeZone } = await findSettings();
  const today = todayIn(timeZone, new Date());
  const [{ standings, entries }, renewals, names, { places, next }, merges, hasFactor] =
    await Promise.all([
      findHoldings(member.id, today),
      listMemberRenewals(member.id, today),
      listNameChanges(member.id),
      listMemberPlaces(member.id, after),
      findMergesOf(member.id),
      hasSecondFactor(member.id),
    ]);
  const isOwn = member.id === actor.memberId;
  const refusal = refusalToChange(actor, { ...member, hasRole: member.roles.length > 0 });
  const isMerged = merges.into !== null;
  return (
    <>
      <Breadcrumbs
        steps={[{ label: "Members", href: directorySearchPath() }, { label: fullName(member) }]}
      />
      <PageHeading title={[fullName(member), member.suffix].filter(Boolean).join(", ")}>
        {member.memberNumber ? `Member number ${member.memberNumber}.` : "No member number."}
      </PageHeading>
      <Merges merges={merges} timeZone={timeZone} />
      {member.retiredAt && !isMerged ? (
        <Notice tone="note">
          {`Retired since ${formatInstant(member.retiredAt, timeZone)}: signs in and reads, changes nothing, gets no reminders.`}
        </Notice>
      ) : null}
      <FactsList facts={factsOf(member, isMerged)} />
      {refusal && !isMerged ? <Notice tone="note">{refusal}</Notice> : null}
      {refusal ? null : (
        <p className="flex flex-wrap gap-4">
          <ButtonLink href={directoryChangePath(member.id)}>Change what is on record</ButtonLink>
          {may(actor, "merge members") ? (
            <ButtonLink href={mergePath(member.id)} variant="secondary">
              Merge another record into this one
            </ButtonLink>
          ) : null}
        </p>
      )}
      <Holdings memberId={member.id} standings={standings} />
      <Renewals {...renewals} member={member} today={today} />
      <Entries entries={entries} />
      <Places
        places={places}
        first={after ? memberPlacesPath(member.id) : undefined}
        more={next ? memberPlacesPath(member.id, next) : undefined}
      />
      {names.length > 0 ? (
        <section className="flex flex-col gap-3">
          <h2>Earlier legal names</h2>
          <FactsList
            facts={names.map(({ at, was, became }) => ({
              name: formatInstant(at, timeZone),
              fact: `${was} became ${became}`,
            }))}
          />
        </section>
      ) : null}
      {may(actor, "remove second factors") ? (
        <SecondFactorForm memberId={member.id} isOffered={!isOwn && hasFactor} />
      ) : null}
      {refusal ? null : (
        <MembershipForm memberId={member.id} isRetired={member.retiredAt !== null} />
      )}
    </>
  );
}

const ROLES = { staff: "Staff", administrator: "Administrator", local_office: "Local office" };

function factsOf(member: DirectoryMember, isMerged: boolean) {
  const roles = member.roles.map(({ role, office }) =>
    office ? `${ROLES[role]} ${office.name}` : ROLES[role],
  );
  const facts = [
    { name: "Email address", fact: member.email },
    { name: "Username", fact: member.username },
    { name: "Membership", fact: isMerged ? "Merged" : member.retiredAt ? "Retired" : "Active" },
    { name: "Profession", fact: member.professionName },
    { name: "Local office", fact: member.localOffice?.name },
    { name: "Phone", fact: member.phone },
    { name: "Address", fact: member.address },
    { name: "Birthday", fact: member.birthMonthDay && formatBirthday(member.birthMonthDay) },
    {
      name: "Licence",
      fact: [member.licenceState, member.licenceNumber].filter(Boolean).join(" "),
    },
    { name: "Roles", fact: roles.join(", ") },
  ];
  return facts.filter(({ fact }) => fact);
}
