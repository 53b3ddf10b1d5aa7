"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { Button } from "./button";
import { CheckboxField } from "./checkbox-field";

/**
 * Keys for going through a queue: in the list they move between its rows, on one of its pages to the
 * next or the previous. They do nothing while something is typed, and can be switched off.
 */
export function QueueKeys({
  list,
  previous,
  next,
}: {
  /** The id of the list; left out on a page of its own. */
  list?: string;
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
    function press(event: KeyboardEvent) {
      if (isTyping(event) || help.current?.open) return;
      const asked = askedBy(event.key, { list, areOn: isOn.current?.checked ?? true });
      if (asked === null) return;
      event.preventDefault();
      if (asked === "help") return help.current?.showModal();
      if (list) return focusRow(list, asked);
      const address = asked === 1 ? next : previous;
      if (address) router.push(address);
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [list, previous, next, router]);

  return (
    <div className="print:hidden">
      <Button variant="quiet" size="compact" onClick={() => help.current?.showModal()}>
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
          <dd>Next request</dd>
          <dt>{list ? "k or ↑" : "k"}</dt>
          <dd>Previous request</dd>
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

/** What a key asks for: the next, the one before, or the help. Off a list the arrows scroll the page. */
function askedBy(
  key: string,
  { list, areOn }: { list: string | undefined; areOn: boolean },
): 1 | -1 | "help" | null {
  if (key === "?") return "help";
  if (!areOn) return null;
  if (key === "j" || (list && key === "ArrowDown")) return 1;
  return key === "k" || (list && key === "ArrowUp") ? -1 : null;
}

function isTyping({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return true;
  return target instanceof HTMLElement && target.closest("input, textarea, select") !== null;
}

/** The link of the row after or before the one that has the focus; the first where none has. */
function focusRow(list: string, towards: 1 | -1) {
  const links: Element[] = [...document.querySelectorAll(`#${list} tbody a`)];
  const at = document.activeElement ? links.indexOf(document.activeElement) : -1;
  const link = links[at === -1 ? 0 : at + towards];
  if (link instanceof HTMLElement) link.focus();
}
