"use client";

import { useEffect, useRef } from "react";
import type { FormState } from "@/lib/form-state";

/** After a refusal, puts the keyboard on the first field of this form that needs another look. */
export function FocusFirstError({ state }: { state: FormState }) {
  const here = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!state.errors || Object.keys(state.errors).length === 0) return;
    const place = here.current?.closest("form, [data-form]") ?? document;
    place.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state]);
  return <span ref={here} hidden />;
}
