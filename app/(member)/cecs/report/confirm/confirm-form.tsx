"use client";

import type { Route } from "next";
import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { TextLink } from "@/components/text-link";
import { confirmReportAction } from "./actions";

/** Sends a draft's fields as they were typed. */
export function ConfirmForm({
  fields,
  back,
}: {
  fields: readonly { name: string; text: string }[];
  back: Route;
}) {
  const [state, save] = useActionState(confirmReportAction, {});
  const message = state.message ?? Object.values(state.errors ?? {})[0];
  return (
    <form action={save} noValidate className="flex flex-col gap-6">
      <FormMessage state={{ done: state.done, message }} />
      {fields.map(({ name, text }) => (
        <input key={`${name} ${text}`} type="hidden" name={name} value={text} />
      ))}
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel="Saving…">Save and Close</SubmitButton>
        <TextLink href={back}>Go back and change it</TextLink>
      </div>
    </form>
  );
}
