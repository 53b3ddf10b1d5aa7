"use client";

import type { Route } from "next";
import { useActionState } from "react";
import { CheckboxField } from "@/components/checkbox-field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { TextLink } from "@/components/text-link";
import { ATTESTATION } from "@/lib/claims/rules";
import { submitClaimAction } from "./actions";

export function SubmitForm({
  registrationId,
  version,
  back,
}: {
  registrationId: string;
  /** Of the claim that is under review. */
  version: number;
  back: Route;
}) {
  const [state, submit] = useActionState(submitClaimAction, {});
  return (
    <form action={submit} noValidate className="flex flex-col gap-6">
      <FormMessage state={state} />
      <input type="hidden" name="registrationId" value={registrationId} />
      <input type="hidden" name="version" value={version} />
      <CheckboxField name="attested" label={ATTESTATION} state={state} required />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel="Submitting…">Submit and lock</SubmitButton>
        <TextLink href={back}>Go back</TextLink>
      </div>
    </form>
  );
}
