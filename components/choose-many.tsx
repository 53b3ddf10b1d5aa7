"use client";

import { type FormEvent, type ReactNode, useActionState, useEffect, useRef } from "react";
import type { Choice, ManyAction } from "@/lib/choices/pieces";
import { type FormState, keptList } from "@/lib/form-state";
import { AskMany, type ManyWords } from "./ask-many";
import { CheckboxField } from "./checkbox-field";
import { FormMessage } from "./form-message";
import { KeptChoices } from "./kept-choices";
import { ResultsList } from "./results-list";
import { SubmitButton } from "./submit-button";
import { tick, tickEvery, tickedIn } from "./tick-boxes";
import { usePieces } from "./use-pieces";

/**
 * One act about many rows of a table of `ChoiceBox`es: it asks, naming how many, whether they are meant,
 * and says of each what became of it. With a script it says how far it is.
 */
export function ChooseMany({
  action,
  shown,
  words,
  children,
}: {
  action: ManyAction;
  /** The page's boxes by their values. */
  shown: readonly Choice[];
  words: ManyWords;
  children: ReactNode;
}) {
  const [answered, submit] = useActionState(action, {});
  const { state, progress, send } = usePieces(action, answered, words.done);
  const form = useRef<HTMLFormElement>(null);
  const kept = keptOf(state, shown);
  const asked = state.done ? kept.length : 0;
  const isBusy = progress !== null;
  const message = state.errors?.chosen;

  useEffect(() => {
    // What is kept, or was ticked before the script came, the box for all does not know.
    if (form.current && state) tickEvery(form.current);
  }, [state]);

  function press(event: FormEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const values = tickedIn(event.currentTarget);
    if (submitter?.getAttribute("value") !== String(values.length)) return;
    event.preventDefault();
    if (!isBusy) void send(shown.filter(({ value }) => values.includes(value)));
  }

  return (
    <KeptChoices value={new Set(kept)}>
      <form
        ref={form}
        action={submit}
        onSubmit={press}
        onChange={tick}
        className="flex flex-col gap-6"
      >
        <FormMessage state={message ? { message } : asked > 0 ? {} : state} />
        <ResultsList results={state.results} />
        {shown.map(({ value }) => (
          <input key={value} type="hidden" name="shown" value={value} />
        ))}
        {shown.length > 0 ? (
          <div className="sticky top-0 z-10 flex flex-wrap items-center gap-x-6 gap-y-2 bg-paper py-2">
            <CheckboxField name="every" label="Select all on this page" autoComplete="off" />
            <SubmitButton variant={asked > 0 ? "secondary" : "primary"} isBusy={isBusy}>
              {`${words.act} the selected`}
            </SubmitButton>
            {asked > 0 ? <AskMany asked={asked} words={words} isBusy={isBusy} /> : null}
            {progress ? (
              <p role="status" className="flex items-center gap-3 text-body">
                <progress
                  aria-hidden="true"
                  className="accent-accent"
                  value={progress.at}
                  max={progress.of}
                />
                {`${progress.at} of ${progress.of}`}
              </p>
            ) : null}
          </div>
        ) : null}
        {children}
      </form>
    </KeptChoices>
  );
}

/** What is asked about still: those of the page that were ticked, or all. */
function keptOf(state: FormState, shown: readonly Choice[]): string[] {
  const kept = keptList(state, state.values?.every ? "shown" : "chosen") ?? [];
  return kept.filter((value) => shown.some((choice) => choice.value === value));
}
