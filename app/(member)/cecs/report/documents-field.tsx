"use client";

import { type ChangeEvent, useRef, useState } from "react";
import { FileField } from "@/components/file-field";
import { FocusFirstError } from "@/components/focus-first-error";
import { documentPath } from "@/lib/addresses";
import {
  ACCEPTED,
  bytesOf,
  fileNameOf,
  type ListedDocument,
  MOST_DOCUMENTS,
  printSize,
  refusalOfSize,
} from "@/lib/documents/rules";
import type { FormState } from "@/lib/form-state";
import { NONE_REFUSED, type Refused, type RefusedFile, RefusedFiles } from "./refused-files";

/** Documents that are kept, each to be left out by its box, and a field for more. */
export function DocumentsField({
  state,
  documents,
  limitMegabytes,
  requiredFor,
  refused,
  onRefused,
  onUploading,
}: {
  state: FormState;
  documents: readonly ListedDocument[];
  limitMegabytes: number;
  /** Formats that need one. */
  requiredFor: readonly string[];
  refused: Refused;
  onRefused: (refused: Refused) => void;
  /** How many files are on their way. */
  onUploading: (count: number) => void;
}) {
  const [kept, setKept] = useState(documents);
  const chooser = useRef<HTMLInputElement>(null);
  const [underWay, setUnderWay] = useState<readonly string[]>([]);
  const needs = requiredFor.length > 0 ? ` Required for ${requiredFor.join(" and ")}.` : "";

  /** Sends each file as it is chosen, so that saving is quick and a refusal of the form loses none. */
  async function upload(event: ChangeEvent<HTMLInputElement>) {
    const field = event.currentTarget;
    const files = [...(field.files ?? [])];
    const wrong: RefusedFile[] = [];
    onRefused(NONE_REFUSED);
    for (const [place, file] of files.entries()) {
      setUnderWay(files.slice(place).map(({ name }) => name));
      onUploading(files.length - place);
      const answer = await send(file, limitMegabytes);
      if ("document" in answer) setKept((before) => [...before, answer.document]);
      else {
        wrong.push({ name: fileNameOf(file.name, null), refusal: answer.refusal });
        onRefused({ files: [...wrong], stopped: {} });
      }
    }
    field.value = "";
    setUnderWay([]);
    onUploading(0);
  }

  function remove(file: RefusedFile) {
    onRefused({ files: refused.files.filter((each) => each !== file), stopped: {} });
    // The button leaves the page, and the keyboard would leave the form with it.
    chooser.current?.focus();
  }

  return (
    <div className="flex flex-col gap-3">
      {kept.length > 0 ? (
        <fieldset className="flex flex-col gap-1">
          <legend className="pb-1 text-body font-semibold">Documents to keep</legend>
          {kept.map(({ id, fileName, size }) => (
            <div key={id} className="flex items-start gap-3">
              <input
                type="checkbox"
                id={id}
                name="documents"
                value={id}
                defaultChecked
                className="mt-0.5 size-6 shrink-0 rounded-soft"
              />
              <span className="min-w-0">
                <label htmlFor={id} className="wrap-anywhere">
                  {fileName}
                </label>{" "}
                <a href={documentPath(id)} className="words-link text-body">
                  Download<span className="sr-only"> {fileName}</span>
                </a>{" "}
                <span className="text-body text-muted">{printSize(size)}</span>
              </span>
            </div>
          ))}
        </fieldset>
      ) : null}
      <FileField
        name="files"
        label="Documents"
        description={`PDF, JPEG, PNG or HEIC, at most ${limitMegabytes} MB each and ${MOST_DOCUMENTS} in all.${needs}`}
        accept={ACCEPTED}
        multiple
        ref={chooser}
        error={refused.stopped.errors?.documents ?? state.errors?.documents}
        onChange={upload}
      />
      <RefusedFiles files={refused.files} onRemove={remove} />
      <FocusFirstError state={refused.stopped} />
      <p role="status" className="text-body text-muted empty:absolute">
        {underWay.length > 0 ? `Uploading ${underWay.join(", ")} …` : null}
      </p>
    </div>
  );
}

type Answer = { document: ListedDocument } | { refusal: string };

async function send(file: File, limitMegabytes: number): Promise<Answer> {
  if (file.size > bytesOf(limitMegabytes)) {
    return { refusal: refusalOfSize(file.name, limitMegabytes) };
  }
  const body = new FormData();
  body.append("file", file);
  try {
    const answer = await fetch("/api/documents", { method: "POST", body });
    return (await answer.json()) as Answer;
  } catch {
    return { refusal: `${file.name} did not arrive. Choose it again.` };
  }
}
