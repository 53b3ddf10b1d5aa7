"use client";

import { useEffect } from "react";
import { liveRegionId } from "./live-region";

/** Reads a sentence out where the form that caused it has left the page ("Submitted and locked."). */
export function Announce({ children }: { children: string }) {
  useEffect(() => {
    const region = document.getElementById(liveRegionId);
    if (region) region.textContent = children;
    return () => {
      if (region) region.textContent = "";
    };
  }, [children]);
  return null;
}
