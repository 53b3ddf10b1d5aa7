"use client";

import { useContext } from "react";
import { KeptChoices } from "./kept-choices";

/** A row's box of a form about many rows. */
export function ChoiceBox({
  value,
  label,
  name = "chosen",
}: {
  value: string;
  label: string;
  name?: string;
}) {
  const isKept = useContext(KeptChoices).has(value);
  return (
    <input
      // React puts a form back after its action but leaves the first tick standing.
      key={String(isKept)}
      type="checkbox"
      name={name}
      value={value}
      defaultChecked={isKept}
      aria-label={label}
      className="size-6 shrink-0 self-start rounded-soft"
    />
  );
}
