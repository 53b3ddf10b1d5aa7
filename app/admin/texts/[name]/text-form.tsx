"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { PageText } from "@/components/page-text";
import { Panel } from "@/components/panel";
import { SubmitButton } from "@/components/submit-button";
import { TextareaField } from "@/components/textarea-field";
import { pageTextPath } from "@/lib/addresses";
import { type PageName, SHORT_NAME } from "@/lib/page-texts/rules";
import { writeText } from "./actions";

export function TextForm({
  name,
  text,
  version,
  shortName,
}: {
  name: PageName;
  text: string;
  version: number;
  shortName: string;
}) {
  const [state, write] = useActionState(writeText, {}, pageTextPath(name));
  const typed = state.values?.text;
  return (
    <>
      <form action={write} noValidate className="flex flex-col gap-6">
        <FormMessage state={state} />
        <input type="hidden" name="name" value={name} />
        <input type="hidden" name="version" value={version} />
        <TextareaField
          name="text"
          label="Text"
          description={`A blank line begins a paragraph; lines that begin with “- ” are a list. ${SHORT_NAME} becomes ${shortName}.`}
          rows={16}
          defaultValue={text}
          state={state}
          required
        />
        <div className="flex flex-wrap gap-4">
          <SubmitButton name="act" value="save" pendingLabel="Saving…">
            Save the text
          </SubmitButton>
          <SubmitButton name="act" value="preview" variant="secondary">
            Preview
          </SubmitButton>
        </div>
      </form>
      {typed ? (
        <Panel title="Preview of what you typed">
          <PageText text={typed} shortName={shortName} />
        </Panel>
      ) : null}
    </>
  );
}
