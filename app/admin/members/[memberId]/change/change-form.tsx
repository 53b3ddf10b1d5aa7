"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/components/button-link";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { OpenedWith } from "@/components/opened-with";
import { SelectField } from "@/components/select-field";
import { SubmitButton } from "@/components/submit-button";
import { directoryPath } from "@/lib/addresses";
import type { Kept } from "@/lib/directory/rules";
import { change } from "./actions";

const NAMES = [
  { name: "firstName", label: "First name" },
  { name: "lastName", label: "Last name" },
  { name: "suffix", label: "Suffix" },
  { name: "memberNumber", label: "Member number" },
  { name: "username", label: "Username" },
  { name: "email", label: "Email address", type: "email" },
] as const;

const CONTACTS = [
  { name: "birthMonthDay", label: "Birthday, month and day", description: "Such as 09-06." },
  { name: "licenceState", label: "Licence state" },
  { name: "licenceNumber", label: "Licence number" },
  { name: "phone", label: "Phone", type: "tel" },
  { name: "address", label: "Address" },
] as const;

const REQUIRED = ["lastName", "email"];

export function ChangeForm({
  memberId,
  seen,
  member,
  professions,
  offices,
}: {
  memberId: string;
  seen: string;
  member: Kept;
  professions: readonly string[];
  offices: readonly { id: string; name: string }[];
}) {
  const [state, action] = useActionState(change, {});
  const field = (of: { name: keyof Kept; label: string; type?: "email" | "tel" }) => (
    <Field
      key={of.name}
      {...of}
      state={state}
      defaultValue={member[of.name] ?? ""}
      required={REQUIRED.includes(of.name)}
    />
  );
  return (
    <form action={action} noValidate className="flex max-w-160 flex-col gap-6">
      <FormMessage state={state} />
      <input type="hidden" name="memberId" value={memberId} />
      <OpenedWith state={state} seen={{ seen }} fields={member} />
      {NAMES.map(field)}
      <SelectField
        name="professionName"
        label="Profession"
        state={state}
        required={false}
        defaultValue={member.professionName ?? ""}
        options={[
          { value: "", label: "None" },
          ...professions.map((name) => ({ value: name, label: name })),
        ]}
      />
      <SelectField
        name="localOfficeId"
        label="Local office"
        state={state}
        required={false}
        defaultValue={member.localOfficeId ?? ""}
        options={[
          { value: "", label: "None" },
          ...offices.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {CONTACTS.map(field)}
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
        <ButtonLink href={directoryPath(memberId)} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}
