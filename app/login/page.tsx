import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { DEMO_ACCOUNTS } from "@/lib/accounts/demo";
import { localPath } from "@/lib/accounts/rules";
import { env } from "@/lib/env";
import { firstPage } from "@/lib/roles/rules";
import { findViewer } from "@/lib/session";
import { DemoAccounts } from "./demo-accounts";
import { LoginForm } from "./login-form";

export const metadata: Metadata = { title: "Login" };

export default async function LoginPage({ searchParams }: PageProps<"/login">) {
  const { next, password, error } = await searchParams;
  const wanted = typeof next === "string" ? localPath(next) : null;
  const viewer = await findViewer();
  if (viewer) redirect((wanted ?? firstPage(viewer)) as Route);
  return (
    <>
      <PageHeading title="Login">
        {wanted
          ? "Log in to go on to the page you asked for."
          : "Log in to claim and see your credits."}
      </PageHeading>
      {password === "set" ? (
        <Notice tone="good">
          Your new password is set, and you were signed out everywhere. Log in with it now.
        </Notice>
      ) : null}
      {error === undefined ? null : (
        <Notice tone="bad">That did not work. Log in below, or choose Forgot Password?.</Notice>
      )}
      <LoginForm next={wanted} />
      {env.CREDENCE_MODE === "demo" ? <DemoAccounts accounts={DEMO_ACCOUNTS} /> : null}
    </>
  );
}
