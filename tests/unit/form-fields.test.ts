import { describe, expect, test } from "vitest";
import { confirmContactSchema } from "@/lib/contacts/schema";
import { replaceInvoiceSchema } from "@/lib/invoice-changes/schema";
import { pageTextSchema } from "@/lib/page-texts/schema";
import { requestRefundSchema } from "@/lib/refunds/schema";
import { settingsSchema } from "@/lib/settings/schema";
import { grantWaiverSchema } from "@/lib/waivers/schema";

/** Turns what comes after it round; nobody sees it. */
const TURNED = "abroad \u202Euntil May";

describe("a character that nobody sees is refused in", () => {
  test.each([
    ["a contact address", confirmContactSchema, "address"],
    ["a phone number", confirmContactSchema, "phone"],
    ["the association's name", settingsSchema, "associationName"],
    ["the signatory's title", settingsSchema, "signatoryTitle"],
    ["the text of a page", pageTextSchema, "text"],
    ["the reason of a waiver", grantWaiverSchema, "reason"],
    ["the reason of another invoice", replaceInvoiceSchema, "reason"],
    ["the reason of a refund", requestRefundSchema, "reason"],
  ])("%s", (_, schema, field) => {
    const saidOf = (typed: string) =>
      schema
        .safeParse({ [field]: typed })
        .error?.issues.filter(({ path }) => path[0] === field)
        .map(({ message }) => message);
    expect(saidOf(TURNED)).toEqual([expect.stringContaining("invisible character U+202E")]);
    expect(saidOf("abroad until May")).toEqual([]);
  });
});
