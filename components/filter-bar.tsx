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
  children,
}: {
  action: Route;
  /** The list without filters; left out while none is set. */
  clear?: Route;
  submitLabel?: string;
  children: ReactNode;
}) {
  return (
    <search className="print:hidden">
      <Form action={action} className="grid grid-cols-2 gap-4 sm:flex sm:flex-wrap sm:items-end">
        <div className="contents sm:*:w-52">{children}</div>
        <div className="col-span-2 flex items-center gap-4">
          <SubmitButton variant="secondary">{submitLabel}</SubmitButton>
          {clear ? <TextLink href={clear}>Clear</TextLink> : null}
        </div>
      </Form>
    </search>
  );
}
