"use server";

import { adminRenewalPath } from "@/lib/addresses";
import { staffAction } from "@/lib/form-action";
import { replaceInvoice } from "@/lib/invoice-changes/commands";
import { replaceInvoiceSchema } from "@/lib/invoice-changes/schema";
import { renewByItself } from "@/lib/late-credentials/commands";
import { renewByItselfSchema } from "@/lib/late-credentials/schema";
import { grantWaiver } from "@/lib/waivers/commands";
import { grantWaiverSchema } from "@/lib/waivers/schema";

export const replaceInvoiceAction = staffAction(
  "change invoices",
  replaceInvoiceSchema,
  async (actor, input, now) => {
    await replaceInvoice(actor, input, now);
    return { message: "The new invoice is issued, and the old one is void." };
  },
);

export const renewByItselfAction = staffAction(
  "change invoices",
  renewByItselfSchema,
  async (actor, input, now) => {
    const renewalId = await renewByItself(actor, input, now);
    return { redirectTo: adminRenewalPath(renewalId) };
  },
);

export const grantWaiverAction = staffAction(
  "waive renewals",
  grantWaiverSchema,
  async (actor, input, now) => {
    await grantWaiver(actor, input, now);
    return { message: "It is waived." };
  },
);
