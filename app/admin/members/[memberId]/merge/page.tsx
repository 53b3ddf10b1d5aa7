import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { TextLink } from "@/components/text-link";
import { directoryPath, directorySearchPath, mergePath } from "@/lib/addresses";
import { findDirectoryMember, listOffices, searchMembers } from "@/lib/directory/queries";
import { fullName, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { findMerge } from "@/lib/merges/queries";
import { chooseSchema } from "@/lib/merges/schema";
import { requireRole } from "@/lib/session";
import { Choose } from "./choose";
import { MergeForm } from "./merge-form";
import { Preview } from "./preview";

export const metadata: Metadata = { title: "Merge members" };

type Props = PageProps<"/admin/members/[memberId]/merge">;

export default async function MergeMembers({ params, searchParams }: Props) {
  const actor = await requireRole("merge members");
  const member = await findDirectoryMember((await params).memberId);
  if (!member) notFound();
  const { q, other: otherId } = chooseSchema.parse(await searchParams);
  const name = fullName(member);
  const isOwn = [member.id, otherId].includes(actor.memberId);
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Members", href: directorySearchPath() },
          { label: name, href: directoryPath(member.id) },
          { label: "Merge" },
        ]}
      />
      <PageHeading title={`Merge another record into ${name}`}>
        {`This record${member.memberNumber ? `, member number ${member.memberNumber},` : ""} is kept. What is on the other one comes to it.`}
      </PageHeading>
      {isOwn ? (
        <Notice tone="note">{REFUSAL_OF_OWN}</Notice>
      ) : otherId === null ? (
        <Chosen memberId={member.id} ownId={actor.memberId} typed={q} />
      ) : (
        <Previewed memberId={member.id} otherId={otherId} />
      )}
    </>
  );
}

async function Chosen(of: { memberId: string; ownId: string; typed: string }) {
  const { memberId, ownId, typed } = of;
  const { members } = typed ? await searchMembers(typed, null) : { members: [] };
  const found = members.filter(({ id, keptId }) => !keptId && id !== memberId && id !== ownId);
  return <Choose memberId={memberId} typed={typed} found={found} />;
}

async function Previewed({ memberId, otherId }: { memberId: string; otherId: string }) {
  const [merge, offices] = await Promise.all([findMerge(memberId, otherId), listOffices()]);
  if (!merge) notFound();
  const names = new Map(offices.map(({ id, name }) => [id, name]));
  return (
    <>
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <TextLink href={mergePath(memberId)}>Choose another record</TextLink>
        <TextLink href={mergePath(otherId, { other: memberId })}>
          Keep the other record instead
        </TextLink>
      </p>
      <Preview merge={merge} offices={names} />
      {merge.plan.refusals.length === 0 ? (
        <MergeForm memberId={memberId} otherId={otherId} seen={merge.seen} />
      ) : null}
    </>
  );
}
