import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import { LiveRegion } from "@/components/live-region";
import { SiteFooter } from "@/components/site-footer";
import { SiteHeader } from "@/components/site-header";
import { SkipLink } from "@/components/skip-link";
import { fontVariables } from "./fonts";
import "./globals.css";

const association = { name: "American Institute of Ultrasound in Medicine", shortName: "AIUM" };

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: { template: `%s · ${association.name}`, default: association.name },
    description: `Continuing-education credits of the members of ${association.name}.`,
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
  return (
    <html lang="en" className={fontVariables}>
      <body className="flex min-h-dvh flex-col">
        <SkipLink />
        <SiteHeader
          associationName={association.name}
          shortName={association.shortName}
          viewer={null}
          signOut={async () => {
            "use server";
          }}
        />
        <main id="main" tabIndex={-1} className="page-width flex grow flex-col gap-6 pt-6 pb-16">
          {children}
        </main>
        <SiteFooter
          associationName={association.name}
          help={{ credits: "learn@example.org", membership: "membership@example.org" }}
        />
        <LiveRegion />
      </body>
    </html>
  );
}
