import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FactsList } from "@/components/facts-list";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { TextLink } from "@/components/text-link";
import { paymentStepPath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import { printMoney } from "@/lib/credits/amount";
import { env } from "@/lib/env";
import { findTestPage } from "@/lib/payments/queries";
import type { Play } from "@/lib/payments/schema";
import { findSettings } from "@/lib/settings/queries";
import { PlayForm } from "./play-form";

export const metadata: Metadata = { title: "Test payment" };

type Choice = { play: Play; label: string };

const AUTHENTICATION: readonly Choice[] = [
  { play: "succeed", label: "Yes, it is me" },
  { play: "decline", label: "No, refuse it" },
];

const AGAIN: readonly Choice[] = [{ play: "succeed", label: "Tell of the success once more" }];

const choicesFor = (amount: string): readonly Choice[] => [
  { play: "succeed", label: `Pay ${amount}` },
  { play: "decline", label: "Have the card declined" },
  { play: "ask for authentication", label: "Have the bank ask who pays" },
  { play: "succeed twice", label: "Pay, and have it told twice" },
  { play: "succeed late", label: "Pay, and have it told late" },
  { play: "succeed after expiring", label: "Pay when the page has expired" },
];

/** Plays the payment provider's hosted page where no money is meant to move; absent in production. */
export default async function TestPayment({
  params,
  searchParams,
}: PageProps<"/payments/test/[pageId]">) {
  if (env.CREDENCE_MODE === "production") notFound();
  const { pageId } = await params;
  const { step } = await searchParams;
  const [page, { timeZone, associationName }] = await Promise.all([
    findTestPage(pageId),
    findSettings(),
  ]);
  if (!page) notFound();
  const { state, invoice } = page;
  const amount = printMoney(page.cents, page.currency);
  const isOpen = state === "open" || state === "declined" || state === "pending";
  const isAsked = isOpen && step === "authentication";
  return (
    <>
      <Notice tone="warning" title="Test payments: no money moves">
        This page plays the payment provider. It asks for no card and does not exist in production.
      </Notice>
      <PageHeading title={isAsked ? "Your bank asks: is it you who pays?" : "Test payment"}>
        {isOpen ? "Choose what is to happen." : sentences[state]}
      </PageHeading>
      <FactsList
        facts={[
          { name: "To", fact: associationName },
          { name: "For", fact: `Invoice ${invoice.number}` },
          { name: "Amount", fact: amount },
          { name: "Open until", fact: formatInstant(page.expiresAt, timeZone) },
        ]}
      />
      {isOpen && step === "declined" ? (
        <Notice tone="bad">The card was declined and nothing was charged. Try another card.</Notice>
      ) : null}
      {state === "expired" ? null : (
        <PlayForm
          pageId={pageId}
          plays={isAsked ? AUTHENTICATION : isOpen ? choicesFor(amount) : AGAIN}
        />
      )}
      <p>
        <TextLink href={paymentStepPath(invoice.renewalId, "left")}>
          {isOpen ? "Leave without paying" : "Back to the renewal"}
        </TextLink>
      </p>
    </>
  );
}

const USED = "This page was used. What it told before can be told again, as a late success.";

const sentences = {
  expired: "This page has expired. Open a new one from your renewal.",
  paid: USED,
  refunding: USED,
  refunded: USED,
  "needs staff": USED,
  "refund failed": USED,
  resolved: USED,
};
