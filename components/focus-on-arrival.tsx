"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Puts the keyboard where the work goes on: on the first control inside, when it comes onto the page. */
export function FocusOnArrival({ when, children }: { when: boolean; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (when)
      place.current?.querySelector<HTMLElement>("input:not([type=hidden]), button")?.focus();
  }, [when]);
  return (
    <div ref={place} className="contents">
      {children}
    </div>
  );
}
