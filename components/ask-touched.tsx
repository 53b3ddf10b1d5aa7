import type { FormState } from "@/lib/form-state";
import { TouchedPanel } from "./touched-panel";

/** Whom what was typed touches, in its form: sent once more as it was seen, it is saved. */
export function AskTouched({
  state: { touched },
  effect,
}: {
  state: FormState;
  /** On those with open days. */
  effect: string;
}) {
  return (
    <>
      <input type="hidden" name="seen" value={touched?.seen ?? ""} />
      <div role="status" className="empty:absolute">
        {touched ? <TouchedPanel touched={touched} effect={effect} /> : null}
      </div>
    </>
  );
}
