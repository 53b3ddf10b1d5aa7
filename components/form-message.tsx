import type { FormState } from "@/lib/form-state";
import { FocusFirstError } from "./focus-first-error";
import { Notice } from "./notice";

/**
 * What became of the form. Both regions are on the page from the start, because a screen reader
 * announces only what changes inside a region that it already knows. Empty ones take no room.
 */
export function FormMessage({ state }: { state: FormState }) {
  const refused = !state.done && (state.message || Object.keys(state.errors ?? {}).length > 0);
  return (
    <>
      <div role="alert" className="empty:absolute">
        {refused ? (
          <Notice tone="bad">
            {state.message ?? "Please look again at what is marked below."}
            {state.isSignedOut ? (
              <>
                {" "}
                <a href="/login" target="_blank" className="words-link" rel="noopener">
                  Open the login page in another tab
                </a>
              </>
            ) : null}
          </Notice>
        ) : null}
      </div>
      <div role="status" className="empty:absolute">
        {state.done && state.message ? <Notice tone="good">{state.message}</Notice> : null}
      </div>
      <FocusFirstError state={state} />
    </>
  );
}
