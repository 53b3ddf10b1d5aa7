import { Button } from "@/components/button";
import { FieldError } from "@/components/field-error";
import type { FormState } from "@/lib/form-state";

/** A file that was chosen and not taken, and why. */
export type RefusedFile = { name: string; refusal: string };

export type Refused = {
  files: readonly RefusedFile[];
  /** What is wrong with saving beside them, once that was tried. */
  stopped: FormState;
};

export const NONE_REFUSED: Refused = { files: [], stopped: {} };

/** The report was to be saved: without them it would lack what its member believes to have sent. */
export function stopAt({ files }: Refused): Refused {
  const documents =
    "Nothing is saved while a file that was refused stands here. Remove it, or choose another.";
  return { files, stopped: { errors: { documents } } };
}

/** The files that were refused, each to be taken away. */
export function RefusedFiles({
  files,
  onRemove,
}: {
  files: readonly RefusedFile[];
  onRemove: (file: RefusedFile) => void;
}) {
  return (
    <div role="alert" className="flex flex-col gap-2 empty:absolute">
      {files.map((file, place) => (
        <div
          key={`${file.name} ${file.refusal}`}
          className="flex flex-wrap items-center gap-x-4 gap-y-1"
        >
          <FieldError id={`refused-${place}`} wrong={file.refusal} />
          <Button size="compact" onClick={() => onRemove(file)}>
            <span className="wrap-anywhere">
              Remove<span className="sr-only"> {file.name}</span>
            </span>
          </Button>
        </div>
      ))}
    </div>
  );
}
