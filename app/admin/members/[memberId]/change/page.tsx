import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { directoryPath, directorySearchPath } from "@/lib/addresses";
import { findDirectoryMember, listOffices } from "@/lib/directory/queries";
import { refusalToChange, shownOf } from "@/lib/directory/rules";
import { fingerprintOf } from "@/lib/fingerprint";
import { listProfessions } from "@/lib/members/queries";
import { fullName } from "@/lib/members/rules";
import { requireRole } from "@/lib/session";
import { ChangeForm } from "./change-form";

export const metadata: Metadata = { title: "Change a member" };

export default async function ChangeMember({
  params,
}: PageProps<"/admin/members/[memberId]/change">) {
  const actor = await requireRole("keep members");
  const [member, professions, offices] = await Promise.all([
    findDirectoryMember((await params).memberId),
    listProfessions(),
    listOffices(),
  ]);
  if (!member) notFound();
  const refusal = refusalToChange(actor, { ...member, hasRole: member.roles.length > 0 });
  const kept = { ...member, localOfficeId: member.localOffice?.id ?? null };
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Members", href: directorySearchPath() },
          { label: fullName(member), href: directoryPath(member.id) },
          { label: "Change" },
        ]}
      />
      <PageHeading title={`Change ${fullName(member)}`}>
        Certificates keep the name they were issued with.
      </PageHeading>
      {refusal ? (
        <Notice tone="note">{refusal}</Notice>
      ) : (
        <ChangeForm
          memberId={member.id}
          seen={fingerprintOf(shownOf(kept))}
          member={shownOf(kept)}
          professions={professions}
          offices={offices}
        />
      )}
    </>
  );
}
