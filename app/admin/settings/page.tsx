import type { Metadata } from "next";
import { PageHeading } from "@/components/page-heading";
import { fingerprintOf } from "@/lib/fingerprint";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { SettingsForm } from "./settings-form";

export const metadata: Metadata = { title: "Settings" };

export default async function Settings() {
  await requireRole("change settings");
  const settings = await findSettings();
  return (
    <>
      <PageHeading title="Settings">
        What the association calls itself and how it works. Certificates keep what they were issued
        with.
      </PageHeading>
      <SettingsForm settings={settings} seen={fingerprintOf(settings)} />
    </>
  );
}
