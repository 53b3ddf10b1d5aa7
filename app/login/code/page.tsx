import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { MembershipHelp } from "@/components/membership-help";
import { PageHeading } from "@/components/page-heading";
import { localPath, loginPath } from "@/lib/accounts/rules";
import { firstPage } from "@/lib/roles/rules";
import { findWaitingSession } from "@/lib/second-factors/queries";
import { findViewer, readSessionToken } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { CodeForm } from "./code-form";

export const metadata: Metadata = { title: "Enter your code" };

export default async function CodePage({ searchParams }: PageProps<"/login/code">) {
  const { next } = await searchParams;
  const wanted = typeof next === "string" ? localPath(next) : null;
  const viewer = await findViewer();
  if (viewer) redirect((wanted ?? firstPage(viewer)) as Route);
  const token = await readSessionToken();
  if (!token || !(await findWaitingSession(token, new Date()))) {
    redirect(loginPath(wanted) as Route);
  }
  const { membershipEmail } = await findSettings();
  return (
    <>
      <PageHeading title="Enter your code">
        Your password is right. Your account also asks for a code.
      </PageHeading>
      <CodeForm next={wanted} />
      <MembershipHelp email={membershipEmail} />
    </>
  );
}
