import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { MembershipHelp } from "@/components/membership-help";
import { PageHeading } from "@/components/page-heading";
import { findSettings } from "@/lib/settings/queries";
import { AccountForm } from "./account-form";

export const metadata: Metadata = { title: "Forgot Password?" };

export default async function ForgotPasswordPage() {
  const { membershipEmail } = await findSettings();
  return (
    <>
      <Breadcrumbs steps={[{ label: "Login", href: "/login" }, { label: "Forgot Password?" }]} />
      <PageHeading title="Forgot Password?">
        Tell us which account is yours. We send an email with a link to set a new password.
      </PageHeading>
      <AccountForm />
      <MembershipHelp email={membershipEmail} />
    </>
  );
}
