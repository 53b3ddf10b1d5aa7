"use client";

import { SubmitButton } from "./submit-button";
import { useFocusOn } from "./use-focus-on";

export type ManyWords = {
  /** "Accept", and what was: "accepted". */
  act: string;
  done: string;
  /** "entry", "entries". */
  one: string;
  many: string;
  /** What follows, in a sentence. */
  after: string;
};

/** Whether so many are meant. */
export function AskMany({
  asked,
  words,
  isBusy,
}: {
  asked: number;
  words: ManyWords;
  isBusy: boolean;
}) {
  const button = useFocusOn<HTMLButtonElement>(asked);
  const what = `${words.act} ${asked} ${asked === 1 ? words.one : words.many}`;
  return (
    <div className="flex basis-full flex-wrap items-center gap-x-4 gap-y-2 rounded-soft bg-accent-tint px-4 py-3">
      <p id="asked">{`${what}? ${words.after}`}</p>
      <SubmitButton
        ref={button}
        name="confirmed"
        value={asked}
        isBusy={isBusy}
        aria-describedby="asked"
      >
        {what}
      </SubmitButton>
    </div>
  );
}
