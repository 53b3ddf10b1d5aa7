"use client";

import { type FormEvent, startTransition, useActionState, useRef, useState } from "react";
import { EffectPanel } from "@/components/effect-panel";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SelectField } from "@/components/select-field";
import { SubmitButton } from "@/components/submit-button";
import { TextLink } from "@/components/text-link";
import type { Day } from "@/lib/calendar";
import type { ListedDocument } from "@/lib/documents/rules";
import type { FormState } from "@/lib/form-state";
import type { ActiveWindow } from "@/lib/reports/dates";
import type { Asks } from "@/lib/reports/rules";
import { saveReportAction } from "./actions";
import { AmountFields, type CreditTypeChoice, type Factors } from "./amount-fields";
import { DateField } from "./date-field";
import { DocumentsField } from "./documents-field";
import { DuplicateField } from "./duplicate-field";
import { type ProviderChoice, ProviderFields } from "./provider-fields";
import { NONE_REFUSED, stopAt } from "./refused-files";
import { useEffectPreview } from "./use-effect-preview";

type Choices = {
  formats: readonly { name: string; documentRequired: boolean; conversionOffered: boolean }[];
  creditTypes: readonly CreditTypeChoice[];
  providers: readonly ProviderChoice[];
};

/**
 * The form of the association's page, in its order. Sent by a script it is saved by the action, and
 * files go ahead as they are chosen; without one all of it goes to a route that takes files, and is
 * confirmed on the next page.
 */
export function ReportForm({
  reportId,
  replacesId,
  start,
  asks,
  documents,
  choices,
  windows,
  today,
  shortName,
  limitMegabytes,
  factors,
}: {
  reportId: string;
  /** The entry that is reported again; empty: none. */
  replacesId: string;
  /** What was typed before, and what is wrong with it. */
  start: FormState;
  asks: Asks;
  documents: readonly ListedDocument[];
  choices: Choices;
  windows: readonly ActiveWindow[];
  today: Day;
  shortName: string;
  limitMegabytes: number;
  factors: Factors;
}) {
  const [state, save, isSaving] = useActionState(saveReportAction, start);
  const [uploading, setUploading] = useState(0);
  const [refused, setRefused] = useState(NONE_REFUSED);
  const form = useRef<HTMLFormElement>(null);
  const { preview, look } = useEffectPreview(form);
  const asked = preview?.asks ?? {
    hours: state.errors?.creditsMeant ?? asks.hours,
    duplicate: state.errors?.duplicate ?? asks.duplicate,
  };

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSaving || uploading > 0) return;
    if (refused.files.length > 0) return setRefused(stopAt(refused));
    const fields = new FormData(event.currentTarget);
    fields.delete("files");
    startTransition(() => save(fields));
  }

  return (
    <form
      ref={form}
      action="/api/report-drafts"
      method="post"
      encType="multipart/form-data"
      noValidate
      onSubmit={submit}
      onInput={look}
      className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <div className="flex flex-col gap-6">
        <FormMessage state={state} />
        <input type="hidden" name="reportId" value={reportId} />
        <input type="hidden" name="replacesId" value={replacesId} />
        <DateField state={state} windows={windows} today={today} onPick={look} />
        <SelectField
          name="format"
          label="Format"
          description="If you do not see yours, choose Other."
          required
          state={state}
          options={[blank("Choose a format"), ...choices.formats.map(({ name }) => named(name))]}
        />
        <AmountFields
          state={state}
          creditTypes={choices.creditTypes}
          factors={factors}
          asked={asked.hours}
          onFill={look}
        />
        <Field
          name="courseNumber"
          label={`${shortName} Education Provider Program Course Number`}
          width="half"
          required={false}
          state={state}
        />
        <ProviderFields state={state} providers={choices.providers} />
        <Field
          name="title"
          label="Course Name"
          description="As listed on your transcript or certificate."
          required
          state={state}
        />
        <DocumentsField
          state={state}
          documents={documents}
          limitMegabytes={limitMegabytes}
          requiredFor={choices.formats.flatMap((format) =>
            format.documentRequired ? format.name : [],
          )}
          refused={refused}
          onRefused={setRefused}
          onUploading={setUploading}
        />
        <DuplicateField asked={asked.duplicate} state={state} />
      </div>
      {/* On a phone between the fields and the buttons; else beside both. */}
      <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <EffectPanel preview={preview} />
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton isBusy={isSaving || uploading > 0} pendingLabel={busyWords(uploading)}>
          Save and Close
        </SubmitButton>
        <TextLink href="/cecs">Cancel</TextLink>
      </div>
    </form>
  );
}

const blank = (label: string) => ({ value: "", label });
const named = (name: string) => ({ value: name, label: name });

function busyWords(uploading: number): string {
  return uploading > 0 ? "Uploading…" : "Saving…";
}
