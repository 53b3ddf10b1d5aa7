import type { Metadata } from "next";
import { ButtonLink } from "@/components/button-link";
import { MembershipHelp } from "@/components/membership-help";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { isLinkGood } from "@/lib/password-resets/queries";
import { SPENT_LINK } from "@/lib/password-resets/rules";
import { findSettings } from "@/lib/settings/queries";
import { ResetForm } from "./reset-form";

export const metadata: Metadata = { title: "Set a new password" };

export default async function ResetPage({ searchParams }: PageProps<"/reset-password">) {
  const { link } = await searchParams;
  if (typeof link === "string" && (await isLinkGood(link, new Date()))) {
    return (
      <>
        <PageHeading title="Set a new password">
          Choose it here, then log in with it. You are signed out everywhere else.
        </PageHeading>
        <ResetForm token={link} />
      </>
    );
  }
  const { membershipEmail } = await findSettings();
  return (
    <>
      <PageHeading title="Set a new password" />
      <Notice tone="bad">{SPENT_LINK}</Notice>
      <div>
        <ButtonLink href="/forgot-password" variant="primary">
          Ask for a new link
        </ButtonLink>
      </div>
      <MembershipHelp email={membershipEmail} />
    </>
  );
}
