"use client";

import { FileCheck2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";

/** Checks a PDF by its SHA-256, reckoned in the browser: the file itself goes nowhere. */
export function FileCheck() {
  const router = useRouter();
  const [isOver, setIsOver] = useState(false);

  async function check(file: File | undefined) {
    setIsOver(false);
    if (!file) return;
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
    router.push(`/verify?sha256=${hash.join("")}`);
  }

  return (
    <label
      className={`flex cursor-pointer flex-col items-center gap-2 rounded-soft border border-dashed border-edge px-4 py-8 text-center focus-within:outline-2 print:hidden ${isOver ? "bg-accent-tint" : "bg-surface"}`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        check(event.dataTransfer.files[0]);
      }}
    >
      <FileCheck2 aria-hidden="true" className="size-6 text-muted" />
      <span>
        Drop the certificate’s PDF here, or <span className="words-link">choose the file</span>
      </span>
      <span className="text-note text-muted">
        It is compared in your browser and is not sent anywhere.
      </span>
      <noscript>
        <span className="font-semibold">
          Checking a file needs JavaScript. Without it, verify the certificate’s number.
        </span>
      </noscript>
      <input
        type="file"
        accept="application/pdf"
        className="sr-only"
        onChange={(event) => check(event.target.files?.[0])}
      />
    </label>
  );
}
