"use client";

import { usePathname } from "next/navigation";

const aboutCredits = ["/events", "/cecs", "/certificates", "/verify"];

/** The address that helps with this page's topic: credits and certificates, or the account. */
export function HelpAddress({ credits, membership }: { credits: string; membership: string }) {
  const here = usePathname();
  const isAboutCredits = aboutCredits.some((place) => here.startsWith(place));
  const address = isAboutCredits ? credits : membership;
  return (
    <p>
      {isAboutCredits ? "Questions about credits?" : "Questions about your account?"} Write to{" "}
      <a href={`mailto:${address}`} className="words-link">
        {address}
      </a>
      .
    </p>
  );
}
