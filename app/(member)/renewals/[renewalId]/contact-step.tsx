import { FactsList } from "@/components/facts-list";
import { Step, type StepState } from "@/components/step-list";
import { formatInstant } from "@/lib/calendar";
import type { StandingRenewal } from "@/lib/renewals/queries";
import { refusalOf } from "@/lib/renewals/rules";
import { ContactForm } from "./contact-form";

type Contact = { email: string; phone: string | null; address: string | null };

/** What is on file, to be confirmed or changed; with the date once it is. */
export function ContactStep({
  renewal,
  state,
  contact,
  reads,
  zone,
}: {
  renewal: StandingRenewal;
  state: StepState;
  contact: Contact;
  /** Whether nothing can be changed any more. */
  reads: boolean;
  zone: string;
}) {
  const { contactConfirmedAt } = renewal;
  const mayConfirm = !reads && refusalOf(renewal.state, "confirm contact") === null;
  return (
    <Step
      number={1}
      title="Update Your Contact Information"
      state={state}
      says={
        contactConfirmedAt
          ? `confirmed ${formatInstant(contactConfirmedAt, zone)}`
          : "check what is on file and confirm it"
      }
    >
      {contactConfirmedAt || !mayConfirm ? (
        <FactsList
          facts={[
            { name: "Email address", fact: contact.email },
            { name: "Phone", fact: contact.phone ?? "Not on file" },
            {
              name: "Address",
              fact: <span className="whitespace-pre-line">{contact.address ?? "Not on file"}</span>,
            },
          ]}
        />
      ) : null}
      {mayConfirm ? (
        <ContactForm
          renewalId={renewal.id}
          contact={contact}
          isConfirmed={contactConfirmedAt !== null}
          isNext={state === "next"}
        />
      ) : null}
    </Step>
  );
}
