import type { Metadata } from "next";
import { PageHeading } from "@/components/page-heading";
import { fingerprintOf } from "@/lib/fingerprint";
import { findLogoShape } from "@/lib/logos/queries";
import { isRefusal } from "@/lib/logos/rules";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { LogoPanel } from "./logo-panel";
import { SettingsForm } from "./settings-form";

export const metadata: Metadata = { title: "Settings" };

export default async function Settings({ searchParams }: PageProps<"/admin/settings">) {
  await requireRole("change settings");
  const [settings, { logo: done, refused }] = await Promise.all([findSettings(), searchParams]);
  const { associationName, logoSha256 } = settings;
  const seen = fingerprintOf(settings);
  return (
    <>
      <PageHeading title="Settings">
        What the association calls itself and how it works. Certificates keep what they were issued
        with.
      </PageHeading>
      <div className="flex max-w-160 flex-col gap-8">
        <LogoPanel
          logo={await findLogoShape(logoSha256)}
          associationName={associationName}
          seen={seen}
          done={done}
          refused={isRefusal(refused) ? refused : null}
        />
        <SettingsForm settings={settings} seen={seen} />
      </div>
    </>
  );
}
