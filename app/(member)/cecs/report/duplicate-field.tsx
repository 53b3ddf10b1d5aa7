import { CheckboxField } from "@/components/checkbox-field";
import { Notice } from "@/components/notice";
import type { FormState } from "@/lib/form-state";

/** Points out an entry that this one resembles; the member may save it anyway. */
export function DuplicateField({ asked, state }: { asked: string | null; state: FormState }) {
  if (!asked) return null;
  const answer = state.errors?.duplicate ? "Tick this box, or change the report." : undefined;
  return (
    <div className="flex max-w-140 flex-col gap-3">
      <Notice tone="warning">{asked}</Notice>
      <CheckboxField
        name="duplicate"
        label="It is another activity: save it anyway"
        error={answer}
        state={state}
      />
    </div>
  );
}
