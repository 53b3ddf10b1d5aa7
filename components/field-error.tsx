import { CircleAlert } from "lucide-react";

export function FieldError({ id, wrong }: { id: string; wrong?: string }) {
  return wrong ? (
    <p id={`${id}-error`} className="measure flex gap-1.5 text-body text-bad">
      <CircleAlert aria-hidden="true" className="mt-0.75 size-4 shrink-0" />
      <span>{wrong}</span>
    </p>
  ) : null;
}
