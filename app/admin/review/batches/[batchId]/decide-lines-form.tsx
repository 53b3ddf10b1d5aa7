"use client";

import { type ReactNode, useActionState } from "react";
import { FieldError } from "@/components/field-error";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { TextareaField } from "@/components/textarea-field";
import { decideLinesAction } from "./actions";

export type LineToDecide = {
  id: string;
  /** The version of the batch that is looked at; null: there is nothing to decide. */
  version: number | null;
  title: string;
  content: ReactNode;
};

/** The lines, those that await a decision with a box, and one note and verdict for the boxes ticked. */
export function DecideLinesForm({
  batchId,
  lines,
  isOwn,
}: {
  batchId: string;
  lines: readonly LineToDecide[];
  /** Nobody decides about their own. */
  isOwn: boolean;
}) {
  const [state, decide] = useActionState(decideLinesAction, {});
  const ticked = state.values?.lines?.split(",");
  const errors = Object.entries(state.errors ?? {}).filter(([name]) => name !== "note");
  const refused = errors.some(([name]) => lines.some(({ id }) => id === name));
  // What has no line to stand beside stands above: none was ticked, or one left the submission.
  const [[, above] = []] = errors;
  const message = refused
    ? "Not every line was decided: see what is said beside each."
    : (above ?? state.message);
  const isOpen = !isOwn && lines.some(({ version }) => version !== null);
  return (
    <form action={decide} noValidate className="flex flex-col gap-6">
      <FormMessage state={{ ...state, message }} />
      <input type="hidden" name="batchId" value={batchId} />
      {lines.map(({ id, version, title, content }) => {
        const value = `${id}.${version}`;
        return (
          <section
            key={id}
            className="flex flex-col gap-4 rounded-soft border border-hairline bg-surface p-4 sm:p-6"
          >
            <div className="flex items-start gap-3">
              {isOpen && version !== null ? (
                <input
                  type="checkbox"
                  id={id}
                  name="lines"
                  value={value}
                  defaultChecked={ticked?.includes(value)}
                  aria-describedby={state.errors?.[id] ? `${id}-error` : undefined}
                  className="mt-1 size-6 shrink-0 rounded-soft"
                />
              ) : null}
              <h2 className="wrap-anywhere">
                {isOpen && version !== null ? <label htmlFor={id}>{title}</label> : title}
              </h2>
            </div>
            <FieldError id={id} wrong={state.errors?.[id]} />
            {content}
          </section>
        );
      })}
      {isOpen ? (
        <div className="flex flex-col gap-6">
          <TextareaField
            name="note"
            label="Note to the member"
            description="Needed to return or to reject. It goes with every line that is ticked."
            rows={3}
            state={state}
          />
          <div className="flex flex-wrap gap-4">
            <SubmitButton name="verdict" value="approve">
              Approve
            </SubmitButton>
            <SubmitButton name="verdict" value="return" variant="secondary">
              Return with the note
            </SubmitButton>
            <SubmitButton name="verdict" value="reject" variant="danger">
              Reject with the note
            </SubmitButton>
          </div>
        </div>
      ) : null}
    </form>
  );
}
