"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY = 2000;

/** The page asks again how work stands that goes on elsewhere, while this is on it. */
export function Refreshing() {
  const router = useRouter();
  useEffect(() => {
    const asking = setInterval(() => router.refresh(), EVERY);
    return () => clearInterval(asking);
  }, [router]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="3" />
    </noscript>
  );
}
