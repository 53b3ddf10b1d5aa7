import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import { LiveRegion } from "@/components/live-region";
import { SiteFooter } from "@/components/site-footer";
import { SiteHeader } from "@/components/site-header";
import { SkipLink } from "@/components/skip-link";
import { findLogoShape } from "@/lib/logos/queries";
import { desksOf } from "@/lib/roles/rules";
import { findViewer } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { signOut } from "./actions";
import { fontVariables } from "./fonts";

import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const { associationName } = await findSettings();
  return {
    title: { template: `%s · ${associationName}`, default: associationName },
    description: `Continuing-education credits of the members of ${associationName}.`,
    robots: { index: false },
  };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#1b2227" },
  ],
};

export default async function RootLayout({ children }: LayoutProps<"/">) {
  // A page built ahead of its request would have no nonce, and the policy would stop its scripts.
  await connection();
  const [settings, viewer] = await Promise.all([findSettings(), findViewer()]);
  const { associationName, shortName, creditsEmail, membershipEmail, logoSha256 } = settings;
  const desks = desksOf(viewer);
  const logo = await findLogoShape(logoSha256);
  return (
    <html lang="en" className={fontVariables}>
      <body className="flex min-h-dvh flex-col">
        <SkipLink />
        <SiteHeader
          associationName={associationName}
          shortName={shortName}
          logo={logo}
          viewer={
            viewer && {
              name: viewer.name,
              isStaff: desks.includes("/admin"),
              isOfficer: desks.includes("/office"),
            }
          }
          signOut={signOut}
        />
        <main id="main" tabIndex={-1} className="page-width flex grow flex-col gap-6 pt-6 pb-16">
          {children}
        </main>
        <SiteFooter
          associationName={associationName}
          help={{ credits: creditsEmail, membership: membershipEmail }}
        />
        <LiveRegion />
      </body>
    </html>
  );
}
