"use client";

import { type RefObject, useEffect, useRef } from "react";

/** Puts the focus on what appears by `cause`, where the button that was pressed may be gone. */
export function useFocusOn<Shown extends HTMLElement>(cause: unknown): RefObject<Shown | null> {
  const shown = useRef<Shown>(null);
  useEffect(() => {
    if (cause) shown.current?.focus();
  }, [cause]);
  return shown;
}
