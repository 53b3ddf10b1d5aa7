"use client";

import type { Route } from "next";
import { useActionState } from "react";
import { ChoiceBox } from "@/components/choice-box";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { FormMessage } from "@/components/form-message";
import { ResultsList } from "@/components/results-list";
import { SubmitButton } from "@/components/submit-button";
import { TextLink } from "@/components/text-link";
import { settle } from "./actions";

type Waiting = {
  id: string;
  href: Route;
  name: string;
  event: string;
  days: number;
  declared: string;
  words: string;
};

/** Many declarations confirmed or removed at once; what became of each is said beneath. */
export function OnsiteForm({ places }: { places: readonly Waiting[] }) {
  const [state, action] = useActionState(settle, {});
  const message = state.errors?.registrations;
  return (
    <form id="queue" action={action} className="flex flex-col gap-6">
      <FormMessage state={message ? { message } : state} />
      <ResultsList results={state.results} isOpen />
      {places.length === 0 ? (
        <EmptyState title="Nothing waits">
          What members declare onsite appears here until it is confirmed or removed.
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption="Waiting declarations"
            captionHidden
            rows={places}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "name",
                header: "Member",
                rowHeader: true,
                cell: ({ id, name, href }) => (
                  <span className="flex items-baseline gap-3">
                    <ChoiceBox name="registrations" value={id} label={`Choose ${name}`} />
                    <TextLink href={href}>{name}</TextLink>
                  </span>
                ),
              },
              { key: "event", header: "Event", cell: (row) => row.event },
              { key: "days", header: "Days", align: "end", cell: (row) => String(row.days) },
              { key: "declared", header: "Declared", cell: (row) => row.declared },
              { key: "state", header: "State", cell: (row) => row.words },
            ]}
          />
          <div className="flex flex-wrap gap-4">
            <SubmitButton name="decision" value="confirm">
              Confirm the chosen
            </SubmitButton>
            <SubmitButton name="decision" value="remove" variant="secondary">
              Remove the chosen
            </SubmitButton>
          </div>
        </>
      )}
    </form>
  );
}
