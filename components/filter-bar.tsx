import type { Route } from "next";
import Form from "next/form";
import type { ReactNode } from "react";
import { SubmitButton } from "./submit-button";
import { TextLink } from "./text-link";

/** A form whose answer is an address, so that a filtered list can be kept and sent to someone. */
export function FilterBar({
  action,
  clear,
  submitLabel = "Apply Filters",
  sort,
  children,
}: {
  action: Route;
  /** The list without filters; left out while none is set. */
  clear?: Route;
  submitLabel?: string;
  /** The order of the list, which other filters leave as it is. */
  sort?: string;
  children: ReactNode;
}) {
  return (
    <search className="print:hidden">
      <Form action={action} className="grid grid-cols-2 gap-4 sm:flex sm:flex-wrap sm:items-end">
        {/* Anew once the filters are cleared: what was typed would stand on in its field. */}
        <div
          key={clear ?? ""}
          className="contents sm:*:max-w-52 sm:*:flex-1 sm:*:basis-36 max-sm:*:has-[input:not([type=date])]:col-span-2"
        >
          {children}
        </div>
        {sort ? <input type="hidden" name="sort" value={sort} /> : null}
        <div className="col-span-2 flex items-center gap-4">
          <SubmitButton variant="secondary">{submitLabel}</SubmitButton>
          {clear ? <TextLink href={clear}>Clear</TextLink> : null}
        </div>
      </Form>
    </search>
  );
}
