import { FactsList } from "@/components/facts-list";
import { Step } from "@/components/step-list";
import { formatInstant } from "@/lib/calendar";
import type { StandingRenewal } from "@/lib/renewals/queries";
import { refusalOf } from "@/lib/renewals/rules";
import { ContactForm } from "./contact-form";

type Contact = { email: string; phone: string | null; address: string | null };

/** What is on file, to be confirmed or changed; with the date once it is. */
export function ContactStep({
  renewal,
  contact,
  reads,
  zone,
}: {
  renewal: StandingRenewal;
  contact: Contact;
  /** Whether nothing can be changed any more. */
  reads: boolean;
  zone: string;
}) {
  const { contactConfirmedAt, state } = renewal;
  const mayConfirm = !reads && refusalOf(state, "confirm contact") === null;
  return (
    <Step
      number={1}
      title="Update Your Contact Information"
      state={contactConfirmedAt ? "done" : "next"}
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
        />
      ) : null}
    </Step>
  );
}
