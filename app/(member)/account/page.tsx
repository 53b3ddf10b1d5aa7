import type { Metadata } from "next";
import { PageHeading } from "@/components/page-heading";
import { Panel } from "@/components/panel";
import { TextLink } from "@/components/text-link";
import { findViewer, requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: `My ${(await findSettings()).shortName}` };
}

export default async function AccountPage() {
  await requireActor();
  const [{ shortName }, viewer] = await Promise.all([findSettings(), findViewer()]);
  return (
    <>
      <PageHeading title={`My ${shortName}`}>
        Welcome, {viewer?.name}. Claim the credits of your events and look after your record here.
      </PageHeading>
      <Panel title="Access Your Information">
        <ul className="flex flex-col gap-4">
          <li>
            <TextLink href="/profile">My Profile</TextLink>
            <p className="text-body text-muted">Your details, your profession and your emails.</p>
          </li>
          <li>
            <TextLink href="/events">CME Tracker</TextLink>
            <p className="text-body text-muted">
              Your events, the credits you earned and your certificates.
            </p>
          </li>
        </ul>
      </Panel>
    </>
  );
}
