import Form from "next/form";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/components/button-link";
import { Field } from "@/components/field";
import { PageHeading } from "@/components/page-heading";
import { Panel } from "@/components/panel";
import { SubmitButton } from "@/components/submit-button";
import { firstPage } from "@/lib/roles/rules";
import { findViewer } from "@/lib/session";

const steps = [
  { title: "Attend", text: "Register for an event, and it stands in your CME Tracker." },
  { title: "Enter Credits", text: "When it has ended, enter what you earned, day by day." },
  { title: "Submit", text: "Your credits are locked and your certificate is ready to keep." },
];

export default async function Home() {
  const viewer = await findViewer();
  if (viewer) redirect(firstPage(viewer));
  return (
    <>
      <div className="flex flex-col items-start gap-6 py-6 sm:py-12">
        <PageHeading title="Your continuing-education credits, in one record">
          Claim the credits you earned at our events, see them all in one place, and keep a
          certificate that anyone can check.
        </PageHeading>
        <ButtonLink href="/login" variant="primary">
          Login
        </ButtonLink>
      </div>
      <ol className="grid gap-6 border-t border-hairline py-8 sm:grid-cols-3 sm:gap-8">
        {steps.map((step, place) => (
          <li key={step.title} className="flex flex-col gap-1">
            <h2 className="flex items-baseline gap-3 text-lead">
              <span className="font-serif text-title text-accent">{place + 1}</span>
              {step.title}
            </h2>
            <p className="text-body text-muted">{step.text}</p>
          </li>
        ))}
      </ol>
      <Panel title="Verify a certificate">
        <Form action="/verify" className="grid gap-4 sm:flex sm:items-end">
          <Field
            name="number"
            label="Certificate number"
            description="It stands at the foot of the certificate and begins with CR-."
            required
            autoComplete="off"
            spellCheck={false}
            autoCapitalize="characters"
          />
          <SubmitButton variant="secondary">Verify</SubmitButton>
        </Form>
      </Panel>
    </>
  );
}
