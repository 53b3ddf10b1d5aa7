import type { Metadata } from "next";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { EmptyState } from "@/components/empty-state";
import { PageHeading } from "@/components/page-heading";
import { requireActor } from "@/lib/session";

export const metadata: Metadata = { title: "My Purchases" };

export default async function MyPurchases() {
  await requireActor();
  return (
    <>
      <Breadcrumbs steps={[MY_ACCOUNT, { label: "My Purchases" }]} />
      <PageHeading title="My Purchases">Your invoices and receipts.</PageHeading>
      <EmptyState title="No purchases yet">
        Invoices for the renewal of your certifications, and the receipts for them, appear here.
      </EmptyState>
    </>
  );
}
