import type { Metadata } from "next";
import { ButtonLink } from "@/components/button-link";
import { PageHeading } from "@/components/page-heading";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <>
      <PageHeading title="There is no such page">
        The address may be mistyped, or what stood here may belong to another account. Check the
        address, or start again from your own pages.
      </PageHeading>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/" variant="primary">
          Go to the start page
        </ButtonLink>
        <ButtonLink href="/verify">Verify a certificate</ButtonLink>
      </div>
    </>
  );
}
