"use client";

import { Button } from "@/components/button";
import { fontVariables } from "./fonts";
import "./globals.css";

/** Shown when even the layout failed, so it stands alone: no header, no association, no address. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <title>Not available</title>
        <main className="page-width flex min-h-dvh flex-col items-start justify-center gap-6 py-16">
          <h1>The credit records are not available</h1>
          <p className="measure text-muted">
            The fault is ours. What you saved before is safe. Try again in a minute.
          </p>
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
        </main>
      </body>
    </html>
  );
}
