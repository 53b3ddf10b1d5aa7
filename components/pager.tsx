import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Route } from "next";
import { ButtonLink } from "./button-link";

/** Newer and older pages of a list; an end of the list simply has no link. */
export function Pager({ newer, older }: { newer?: Route; older?: Route }) {
  if (!newer && !older) return null;
  return (
    <nav aria-label="Pages" className="flex justify-end gap-2 print:hidden">
      {newer ? (
        <ButtonLink href={newer} variant="quiet" size="compact">
          <ChevronLeft aria-hidden="true" className="size-4" />
          Newer
        </ButtonLink>
      ) : null}
      {older ? (
        <ButtonLink href={older} variant="quiet" size="compact">
          Older
          <ChevronRight aria-hidden="true" className="size-4" />
        </ButtonLink>
      ) : null}
    </nav>
  );
}
