"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { Button } from "./button";
import { CheckboxField } from "./checkbox-field";
import { type Asked, askedBy, boxOfRow, isElsewhere, linkOfRow } from "./queue-rows";

/**
 * Keys for going through a queue: in the list they move between its rows and choose them, on one of
 * its pages they lead to the next or the previous. They do nothing while something is typed, and can be
 * switched off.
 */
export function QueueKeys({
  list,
  canChoose = false,
  previous,
  next,
}: {
  /** The id of the list; left out on a page of its own. */
  list?: string;
  /** Its rows have boxes. */
  canChoose?: boolean;
  previous?: Route;
  next?: Route;
}) {
  const router = useRouter();
  const help = useRef<HTMLDialogElement>(null);
  const isOn = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // What was chosen on an earlier page; a server does not know it.
    if (isOn.current) isOn.current.checked = localStorage.getItem(KEPT) !== "off";
  }, []);

  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (isElsewhere(event, list) || help.current?.open) return;
      const asked = askedBy(event.key, {
        isList: list !== undefined,
        areOn: isOn.current?.checked,
      });
      if (asked !== null && answer(asked, event)) event.preventDefault();
    }
    /** Whether the key did something; else it does what it does everywhere. */
    function answer(asked: Asked, event: KeyboardEvent): boolean {
      if (asked === "help") {
        help.current?.showModal();
        return true;
      }
      if (list)
        return asked === "choose" ? press(boxOfRow(list, event)) : focus(linkOfRow(list, asked));
      const address = asked === 1 ? next : previous;
      if (address) router.push(address);
      return address !== undefined;
    }
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [list, previous, next, router]);

  return (
    <div className="print:hidden">
      <Button
        variant="quiet"
        size="compact"
        className="-mx-3 pointer-coarse:hidden"
        onClick={() => help.current?.showModal()}
      >
        Keys
      </Button>
      <dialog
        ref={help}
        aria-labelledby="keys"
        className="m-auto rounded-soft border border-edge bg-surface p-6 text-ink shadow-float"
      >
        <h2 id="keys">Keys</h2>
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 py-4">
          <dt>{list ? "j or ↓" : "j"}</dt>
          <dd>{list ? "Next row" : "Next request"}</dd>
          <dt>{list ? "k or ↑" : "k"}</dt>
          <dd>{list ? "Previous row" : "Previous request"}</dd>
          {list ? (
            <>
              <dt>Enter</dt>
              <dd>Opens the row</dd>
            </>
          ) : null}
          {canChoose ? (
            <>
              <dt>x or space</dt>
              <dd>Selects the row, or not</dd>
            </>
          ) : null}
          <dt>?</dt>
          <dd>Shows the keys</dd>
        </dl>
        <CheckboxField
          ref={isOn}
          name="queueKeys"
          label="Use the keys on these pages"
          defaultChecked
          onChange={(event) => keep(event.target.checked)}
        />
        <form method="dialog" className="pt-4">
          <Button type="submit">Close</Button>
        </form>
      </dialog>
    </div>
  );
}

const KEPT = "queue-keys";

function keep(isOn: boolean) {
  localStorage.setItem(KEPT, isOn ? "on" : "off");
}

function focus(link: HTMLElement | null): boolean {
  link?.focus();
  return link !== null;
}

function press(box: HTMLInputElement | null): boolean {
  box?.click();
  return box !== null;
}
