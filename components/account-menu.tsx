"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";

/** `<details>` opens and closes by itself; the script only adds Escape, a click elsewhere and a new page. */
export function AccountMenu({ children }: { children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    function closeOnClick({ target }: MouseEvent) {
      if (!menu.current || !(target instanceof Element)) return;
      // A link inside leads to another page, where this layout, and with it the menu, stays.
      if (!menu.current.contains(target) || target.closest("a")) menu.current.open = false;
    }
    function closeOnEscape(event: KeyboardEvent) {
      if (event.key !== "Escape" || !menu.current?.open) return;
      menu.current.open = false;
      menu.current.querySelector("summary")?.focus();
    }
    document.addEventListener("click", closeOnClick);
    document.addEventListener("keydown", closeOnEscape);
    return () => {
      document.removeEventListener("click", closeOnClick);
      document.removeEventListener("keydown", closeOnEscape);
    };
  }, []);

  return (
    <details ref={menu} className="group relative">
      <summary className="flex min-h-11 list-none items-center gap-1 text-body font-semibold hover:text-accent-deep [&::-webkit-details-marker]:hidden">
        My Account
        <ChevronDown
          aria-hidden="true"
          className="size-4 transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="absolute end-0 top-full z-40 w-64 max-w-[calc(100vw-2rem)] rounded-soft bg-surface py-2 text-body shadow-float">
        {children}
      </div>
    </details>
  );
}
