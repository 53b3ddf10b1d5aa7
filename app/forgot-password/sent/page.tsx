import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { MembershipHelp } from "@/components/membership-help";
import { PageHeading } from "@/components/page-heading";
import { TextLink } from "@/components/text-link";
import { env } from "@/lib/env";
import { findSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "Check your email" };

/** The same words whether or not what was entered belongs to an account. */
export default async function SentPage() {
  const { membershipEmail, resetLinkMinutes } = await findSettings();
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Login", href: "/login" },
          { label: "Forgot Password?", href: "/forgot-password" },
          { label: "Check your email" },
        ]}
      />
      <PageHeading title="Check your email">
        If what you entered belongs to an account, an email is on its way to the address of that
        account.
      </PageHeading>
      <p className="measure">
        It has a link to set a new password, which works once and for {resetLinkMinutes} minutes. If
        you asked more than once, only the link of the newest email works. Nothing there after a few
        minutes? Look among junk mail, then <TextLink href="/forgot-password">try again</TextLink>.
      </p>
      {env.CREDENCE_MODE === "production" ? null : (
        <p className="measure">
          No real mail is needed here: the email can be read on the{" "}
          <a href="/mail" className="words-link">
            local mail page
          </a>
          .
        </p>
      )}
      <MembershipHelp email={membershipEmail} />
    </>
  );
}
