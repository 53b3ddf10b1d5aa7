/** What a key asks for: the row or page after or before, the row's box, or the help. */
export type Asked = 1 | -1 | "choose" | "help";

/** Off a list the arrows and the space bar scroll the page. */
export function askedBy(
  key: string,
  { isList, areOn = true }: { isList: boolean; areOn?: boolean },
): Asked | null {
  if (key === "?") return "help";
  if (!areOn) return null;
  if (key === "j" || (isList && key === "ArrowDown")) return 1;
  if (key === "k" || (isList && key === "ArrowUp")) return -1;
  return isList && (key === "x" || key === " ") ? "choose" : null;
}

/** Keys that belong to something else: a field, a menu, a box that has the space bar itself. */
export function isElsewhere(event: KeyboardEvent, list: string | undefined): boolean {
  const { target, key, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || event.defaultPrevented) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches("input[type=checkbox]")) return key === " ";
  if (target.closest("input, textarea, select, dialog")) return true;
  const isArrow = key === "ArrowDown" || key === "ArrowUp";
  return isArrow && target !== document.body && !target.closest(`#${list}`);
}

/** The link of the row after or before the one that has the focus; of the first where none has. */
export function linkOfRow(list: string, towards: 1 | -1): HTMLElement | null {
  const rows = [...document.querySelectorAll(`#${list} tbody tr`)];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[at === -1 ? 0 : at + towards];
  return row?.querySelector<HTMLElement>("a") ?? null;
}

/** The box of the row that has the focus. */
export function boxOfRow(list: string, { target }: KeyboardEvent): HTMLInputElement | null {
  const row = target instanceof Element ? target.closest(`#${list} tbody tr`) : null;
  return row?.querySelector<HTMLInputElement>("input[type=checkbox]") ?? null;
}
