"use client";

import type { Route } from "next";
import { useActionState } from "react";
import { ChoiceBox } from "@/components/choice-box";
import { DataTable } from "@/components/data-table";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { TextLink } from "@/components/text-link";
import { remind } from "./actions";

type Member = {
  id: string;
  href: Route;
  name: string;
  memberNumber: string;
  email: string;
  reminded: string;
  /** Why they would get no mail now; empty when they would. */
  words: string;
};

export function RemindForm({
  eventId,
  runId,
  members,
  again,
}: {
  eventId: string;
  runId: string;
  members: readonly Member[];
  /** When somebody can be reminded next, in a sentence; null while somebody can be now. */
  again: string | null;
}) {
  const [state, action] = useActionState(remind, {});
  return (
    <form action={action} className="flex flex-col gap-6">
      <FormMessage state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="runId" value={runId} />
      <DataTable
        caption="Not yet claimed"
        captionHidden
        rows={members}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            header: "Name",
            rowHeader: true,
            cell: ({ id, name, href, words }) => (
              <span className="flex items-baseline gap-3">
                {words ? null : (
                  <ChoiceBox name="registrations" value={id} label={`Choose ${name}`} />
                )}
                <TextLink href={href}>{name}</TextLink>
              </span>
            ),
          },
          { key: "number", header: "Member number", cell: (row) => row.memberNumber },
          { key: "email", header: "Email address", cell: (row) => row.email },
          { key: "reminded", header: "Last reminded", cell: (row) => row.reminded },
          { key: "words", header: "Reminder", cell: (row) => row.words || "Can be reminded" },
        ]}
      />
      {again ? <p>{again}</p> : null}
      <div className="flex flex-wrap gap-4 empty:hidden">
        {members.some(({ words }) => words === "") ? (
          <SubmitButton name="whom" value="chosen" variant="secondary">
            Remind the chosen
          </SubmitButton>
        ) : null}
        {again === null ? (
          <SubmitButton name="whom" value="all">
            Remind all who have not claimed
          </SubmitButton>
        ) : null}
      </div>
    </form>
  );
}
