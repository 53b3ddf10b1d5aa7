"use client";

import { useActionState } from "react";
import { CheckboxField } from "@/components/checkbox-field";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { OpenedWith } from "@/components/opened-with";
import { SelectField } from "@/components/select-field";
import { SubmitButton } from "@/components/submit-button";
import type { Settings } from "@/lib/settings/queries";
import { saveSettings } from "./actions";

type Told = {
  name: Exclude<keyof Settings, "currency" | "logoSha256" | "staffSecondFactor">;
  label: string;
  description?: string;
  type?: "email" | "date";
  isOptional?: boolean;
  isNumber?: boolean;
};

const GROUPS: readonly { title: string; fields: readonly Told[] }[] = [
  {
    title: "The association",
    fields: [
      { name: "associationName", label: "Name" },
      { name: "shortName", label: "Short name", description: "As in “My AIUM”." },
      {
        name: "timeZone",
        label: "Time zone",
        description: "An IANA name, such as America/New_York. Decides when a day begins.",
      },
      {
        name: "membershipEmail",
        label: "Address for questions about accounts",
        type: "email",
      },
      { name: "creditsEmail", label: "Address for questions about credit", type: "email" },
    ],
  },
  {
    title: "Certificates",
    fields: [
      { name: "signatoryName", label: "Who signs" },
      { name: "signatoryTitle", label: "Their title" },
    ],
  },
  {
    title: "Credit",
    fields: [
      {
        name: "moveOn",
        label: "Day of the move from an earlier system",
        description: "Older credit carries it as the date reported.",
        type: "date",
        isOptional: true,
      },
      {
        name: "documentLimitMegabytes",
        label: "Largest document, in megabytes",
        isNumber: true,
      },
      { name: "collegeHourFactor", label: "CECs of a college credit hour", isNumber: true },
      { name: "ceuFactor", label: "CECs of a CEU", isNumber: true },
    ],
  },
  {
    title: "Time limits",
    fields: [
      {
        name: "onsiteWaitHours",
        label: "Hours an onsite registration may take to arrive",
        isNumber: true,
      },
      { name: "resetLinkMinutes", label: "Minutes a password link is good for", isNumber: true },
      {
        name: "invoiceDaysBefore",
        label: "Days before a renewal is due that its invoice is issued",
        isNumber: true,
      },
      {
        name: "cycleEndingDays",
        label: "Days before the end of a cycle that its member is reminded",
        description: "Such as 90, 30, 7. The last of them is also for a late fee.",
      },
    ],
  },
];

export function SettingsForm({ settings, seen }: { settings: Settings; seen: string }) {
  const [state, action] = useActionState(saveSettings, {});
  return (
    <form action={action} noValidate className="flex flex-col gap-8">
      <FormMessage state={state} />
      <OpenedWith state={state} seen={{ seen }} fields={settings} />
      {GROUPS.map(({ title, fields }) => (
        <fieldset key={title} className="flex flex-col gap-4">
          <legend className="pb-3 text-title font-semibold">{title}</legend>
          {fields.map(({ name, isOptional, isNumber, ...field }) => (
            <Field
              key={name}
              name={name}
              {...field}
              state={state}
              defaultValue={settings[name] ?? ""}
              required={!isOptional}
              width={isNumber ? "amount" : field.type === "date" ? "date" : "full"}
              inputMode={isNumber ? "numeric" : undefined}
            />
          ))}
          {title === "Certificates" ? (
            <SelectField
              name="paper"
              label="Paper"
              state={state}
              required
              defaultValue={settings.paper}
              options={[
                { value: "A4", label: "A4" },
                { value: "Letter", label: "Letter" },
              ]}
            />
          ) : null}
        </fieldset>
      ))}
      <fieldset className="flex flex-col gap-4">
        <legend className="pb-3 text-title font-semibold">Signing in</legend>
        <CheckboxField
          name="staffSecondFactor"
          state={state}
          label="Staff and administrators need a second factor"
          description="Until they have set one up in My Profile, they can use their own record alone."
          defaultChecked={settings.staffSecondFactor}
        />
      </fieldset>
      <div>
        <SubmitButton pendingLabel="Saving…">Save Settings</SubmitButton>
      </div>
    </form>
  );
}
