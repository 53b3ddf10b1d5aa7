import "server-only";
import type { z } from "zod";
import { env } from "@/lib/env";
import { DomainError, notFoundError } from "@/lib/errors";
import { findTestPage } from "@/lib/payments/queries";
import type { playSchema } from "@/lib/payments/schema";
import { play } from "@/lib/payments/test-gateway";

/**
 * Has something happen on a page of the test gateway, and answers the renewal that it is for. Only its
 * news change anything, and they come in by the door that every gateway's come in by.
 */
export async function playTestPage(input: z.infer<typeof playSchema>): Promise<string> {
  if (env.CREDENCE_MODE === "production") throw notFoundError();
  const page = await findTestPage(input.pageId);
  if (!page) throw notFoundError();
  if (page.state === "expired") {
    throw new DomainError("conflict", "This page has expired. Open a new one from your renewal.");
  }
  const { id: paymentId, pageId, cents, currency } = page;
  await play({ paymentId, pageId, cents, currency }, input.play);
  return page.invoice.renewalId;
}
