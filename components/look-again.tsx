"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Looks again every few seconds whether what the page waits for has come; without JavaScript too. */
export function LookAgain({ seconds }: { seconds: number }) {
  const { refresh } = useRouter();
  useEffect(() => {
    const timer = setInterval(refresh, seconds * 1000);
    return () => clearInterval(timer);
  }, [refresh, seconds]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(seconds)} />
    </noscript>
  );
}
