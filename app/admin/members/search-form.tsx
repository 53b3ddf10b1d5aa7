"use client";

import Form from "next/form";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useTransition } from "react";
import { Field } from "@/components/field";
import { linkOfRow } from "@/components/queue-rows";
import { SubmitButton } from "@/components/submit-button";
import { directorySearchPath } from "@/lib/addresses";

const PAUSE = 150;

/**
 * Finds while one types, within what the filters beneath say; without JavaScript, at the button. The
 * arrow down leads to the first that is found.
 */
export function SearchForm({
  typed,
  sort,
  list,
  children,
}: {
  typed: string;
  sort: string | undefined;
  /** The id of the list that is searched. */
  list: string;
  /** The filters, and what clears them. */
  children: ReactNode;
}) {
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);

  function findSoon(form: HTMLFormElement | null) {
    clearTimeout(waiting.current);
    if (!form) return;
    const asked = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    const address = directorySearchPath(Object.fromEntries(asked));
    waiting.current = setTimeout(() => {
      startTransition(() => router.replace(address, { scroll: false }));
    }, PAUSE);
  }

  function goToFirst(event: KeyboardEvent) {
    if (event.key !== "ArrowDown") return;
    const first = linkOfRow(list, 1);
    if (!first) return;
    event.preventDefault();
    first.focus();
  }

  return (
    <search aria-busy={isBusy} className="print:hidden">
      <Form action="/admin/members" className="flex flex-col gap-4">
        <div className="flex max-w-160 flex-wrap items-end gap-4">
          <div className="grow">
            <Field
              name="q"
              type="search"
              label="Find a member"
              defaultValue={typed}
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => findSoon(target.form)}
              onKeyDown={goToFirst}
              // Whoever follows a link that was found already is not called back by the last letters.
              onBlur={() => clearTimeout(waiting.current)}
            />
          </div>
          <SubmitButton variant="secondary">Find</SubmitButton>
        </div>
        <div className="flex flex-wrap items-end gap-4">{children}</div>
        {sort ? <input type="hidden" name="sort" value={sort} /> : null}
      </Form>
    </search>
  );
}
