"use client";

import Form from "next/form";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { Field } from "@/components/field";
import { SubmitButton } from "@/components/submit-button";
import { directorySearchPath } from "@/lib/addresses";

const PAUSE = 150;

/** Finds while one types; without JavaScript, at the button. */
export function SearchForm({ typed }: { typed: string }) {
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);

  function findSoon(q: string) {
    clearTimeout(waiting.current);
    const address = directorySearchPath({ q });
    waiting.current = setTimeout(() => {
      startTransition(() => router.replace(address, { scroll: false }));
    }, PAUSE);
  }

  return (
    <search aria-busy={isBusy}>
      <Form action="/admin/members" className="flex max-w-160 flex-wrap items-end gap-4">
        <div className="grow">
          <Field
            name="q"
            type="search"
            label="Find a member"
            defaultValue={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => findSoon(target.value)}
            // Whoever follows a link that was found already is not called back by the last letters.
            onBlur={() => clearTimeout(waiting.current)}
          />
        </div>
        <SubmitButton variant="secondary">Find</SubmitButton>
      </Form>
    </search>
  );
}
