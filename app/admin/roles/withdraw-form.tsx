import { SubmitButton } from "@/components/submit-button";
import type { WithdrawRole } from "@/lib/roles/schema";

/** Asks first: the button stands behind a word that opens it. */
export function WithdrawForm({
  name,
  roleWords,
  memberId,
  role,
  withdrawal,
}: WithdrawRole & { name: string; roleWords: string; withdrawal: (form: FormData) => void }) {
  return (
    <details>
      <summary className="words-link flex min-h-9 items-center">Withdraw…</summary>
      <form action={withdrawal} className="flex flex-col items-start gap-2 pt-2">
        <input type="hidden" name="memberId" value={memberId} />
        <input type="hidden" name="role" value={role} />
        <SubmitButton variant="danger" size="compact" pendingLabel="Withdrawing…">
          {`Withdraw ${roleWords}`}
          <span className="sr-only">{` from ${name}`}</span>
        </SubmitButton>
      </form>
    </details>
  );
}
