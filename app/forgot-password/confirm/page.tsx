import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { MembershipHelp } from "@/components/membership-help";
import { PageHeading } from "@/components/page-heading";
import { findSettings } from "@/lib/settings/queries";
import { EmailForm } from "./email-form";

export const metadata: Metadata = { title: "Confirm your email address" };

export default async function ConfirmPage({ searchParams }: PageProps<"/forgot-password/confirm">) {
  const { account } = await searchParams;
  if (typeof account !== "string" || account.trim() === "") redirect("/forgot-password");
  const { membershipEmail } = await findSettings();
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Login", href: "/login" },
          { label: "Forgot Password?", href: "/forgot-password" },
          { label: "Confirm your email address" },
        ]}
      />
      <PageHeading title="Confirm your email address">
        You entered {account}. Type the email address of that account, so that we know it is yours.
      </PageHeading>
      <EmailForm account={account} />
      <MembershipHelp email={membershipEmail} />
    </>
  );
}
