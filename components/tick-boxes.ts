import type { FormEvent } from "react";

/** Ticking of a form's boxes named "chosen", and of the one named "every" that stands for all of them. */
export function tick({ currentTarget: form, target }: FormEvent<HTMLFormElement>) {
  if (!(target instanceof HTMLInputElement)) return;
  if (target.name === "every") for (const box of boxesOf(form)) box.checked = target.checked;
  tickEvery(form);
}

/** The box for all says what the others say. */
export function tickEvery(form: HTMLFormElement) {
  const every = form.querySelector<HTMLInputElement>("input[name=every]");
  const boxes = boxesOf(form);
  if (!every || boxes.length === 0) return;
  const ticked = boxes.filter(({ checked }) => checked).length;
  every.checked = ticked === boxes.length;
  every.indeterminate = ticked > 0 && ticked < boxes.length;
}

export function tickedIn(form: HTMLFormElement): string[] {
  return boxesOf(form)
    .filter(({ checked }) => checked)
    .map(({ value }) => value);
}

function boxesOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>("input[name=chosen]")];
}
