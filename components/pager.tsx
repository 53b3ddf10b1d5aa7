import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Route } from "next";
import { ButtonLink } from "./button-link";

/** Newer and older pages of a list; an end of the list simply has no link. */
export function Pager({
  newer,
  older,
  labels = { newer: "Newer", older: "Older" },
}: {
  newer?: Route;
  older?: Route;
  /** Where the list is not in the order of time. */
  labels?: { newer: string; older: string };
}) {
  if (!newer && !older) return null;
  return (
    <nav aria-label="Pages" className="flex justify-end gap-2 print:hidden">
      {newer ? (
        <ButtonLink href={newer} variant="quiet" size="compact">
          <ChevronLeft aria-hidden="true" className="size-4" />
          {labels.newer}
        </ButtonLink>
      ) : null}
      {older ? (
        <ButtonLink href={older} variant="quiet" size="compact">
          {labels.older}
          <ChevronRight aria-hidden="true" className="size-4" />
        </ButtonLink>
      ) : null}
    </nav>
  );
}
