import type { ReactNode } from "react";
import { type FormState, keptText } from "@/lib/form-state";
import { FieldError } from "./field-error";

/** What every kind of field takes; the kinds add their own attributes. */
export type FieldBasics = {
  name: string;
  label: string;
  /** Only where the page already shows the same words, as in the cell of a table. */
  labelHidden?: boolean;
  description?: ReactNode;
  /** The form's state: gives this field its error and what was typed before a refusal. */
  state?: FormState;
  /** Instead of the state's error, where the page knows it itself. */
  error?: string;
  /** Needed when the same name stands twice on a page. */
  id?: string;
  required?: boolean;
};

/**
 * The wiring that every control shares: the frame with its label and error, the control with its own
 * attributes and the ids of the words that describe it, and what was typed before a refusal. `stands`
 * is what the field would send otherwise, `called` in words; after a conflict it is said beside what
 * was typed.
 */
export function describeField<Given extends FieldBasics>(
  { label, labelHidden, description: told, state, error, ...own }: Given,
  stands?: string,
  called = stands,
) {
  const { name, id = name, required } = own;
  const wrong = error ?? state?.errors?.[name];
  const kept = state && keptText(state, name);
  const isOther = state?.untouched && stands !== undefined && kept !== undefined && kept !== stands;
  const description = isOther ? withStanding(told, called) : told;
  const words = [wrong ? `${id}-error` : "", description ? `${id}-description` : ""];
  return {
    kept,
    frame: { id, label, labelHidden, description, required, wrong },
    control: {
      ...own,
      id,
      "aria-invalid": wrong ? (true as const) : undefined,
      "aria-describedby": words.filter(Boolean).join(" ") || undefined,
    },
  };
}

function withStanding(told: ReactNode, stands = "") {
  return (
    <>
      {told ? <>{told} </> : null}
      <strong>{stands === "" ? "Nothing stands here now." : `Now stands: ${stands}`}</strong>
    </>
  );
}

export const controlClass =
  "w-full min-h-11 rounded-soft border border-edge bg-surface px-3 py-2 text-lead leading-6 text-ink placeholder:text-muted hover:border-ink aria-invalid:border-bad aria-invalid:shadow-[inset_0_0_0_1px_var(--bad)] [&[readonly]]:bg-sunken disabled:bg-sunken disabled:text-muted";

export function FieldFrame({
  id,
  label,
  labelHidden,
  description,
  required,
  wrong,
  children,
}: Pick<FieldBasics, "label" | "labelHidden" | "description" | "required"> & {
  id: string;
  wrong?: string;
  children: ReactNode;
}) {
  return (
    <div data-field="" className="flex w-full min-w-0 max-w-140 flex-col gap-1">
      <label htmlFor={id} className={labelHidden ? "sr-only" : "text-body font-semibold"}>
        {label}
        {required === false ? <span className="font-normal text-muted"> (optional)</span> : null}
      </label>
      {description ? (
        <p id={`${id}-description`} className="measure text-body text-muted">
          {description}
        </p>
      ) : null}
      {children}
      <FieldError id={id} wrong={wrong} />
    </div>
  );
}
