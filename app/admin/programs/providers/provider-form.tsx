"use client";

import { useActionState } from "react";
import { CheckboxField } from "@/components/checkbox-field";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { providersPath } from "@/lib/addresses";
import type { Provider } from "@/lib/providers/queries";
import { add, change } from "./actions";

/** One provider to change, or a new one. */
export function ProviderForm({
  provider,
  seen,
  id,
  search = {},
}: {
  provider?: Provider;
  seen?: string;
  id: string;
  /** The page of the list that it stands on. */
  search?: { q?: string; after?: string };
}) {
  const [state, action] = useActionState(provider ? change : add, {}, providersPath(search));
  const field = (name: string) => ({ name, id: `${id}-${name}`, state });
  return (
    <form action={action} noValidate className="flex flex-col gap-3">
      <FormMessage state={state} />
      {provider ? (
        <>
          <input type="hidden" name="id" value={provider.id} />
          <input type="hidden" name="seen" value={seen} />
        </>
      ) : null}
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="min-w-64 grow max-w-140">
          <Field {...field("name")} label="Name" defaultValue={provider?.name} required />
        </div>
        <CheckboxField
          {...field("inNetwork")}
          label="In-network"
          defaultChecked={provider?.inNetwork}
        />
        <CheckboxField
          {...field("common")}
          label="Offered by name when reporting"
          defaultChecked={provider?.common ?? true}
        />
        <SubmitButton
          variant={provider ? "secondary" : "primary"}
          size="compact"
          pendingLabel="Saving…"
          aria-label={provider ? `Save ${provider.name}` : undefined}
        >
          {provider ? "Save" : "Add the provider"}
        </SubmitButton>
      </div>
    </form>
  );
}
