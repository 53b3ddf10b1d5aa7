import { wordsForMore } from "@/lib/first-rows";

/** Under a table that stops: how many rows it leaves out. */
export function MoreRows({ more }: { more: number }) {
  const words = wordsForMore(more);
  return words ? <p className="text-body text-muted">{words}</p> : null;
}
