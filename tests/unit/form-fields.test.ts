import { describe, expect, test } from "vitest";
import { eraseValuesSchema } from "@/lib/audit-erasures/schema";
import { certificateActSchema } from "@/lib/certificates/schema";
import { confirmContactSchema } from "@/lib/contacts/schema";
import { correctDaySchema } from "@/lib/corrections/schema";
import { memberActSchema } from "@/lib/directory/schema";
import { correctEntrySchema } from "@/lib/entry-corrections/schema";
import { reason } from "@/lib/form-fields";
import { replaceInvoiceSchema } from "@/lib/invoice-changes/schema";
import { pageTextSchema } from "@/lib/page-texts/schema";
import { requestRefundSchema } from "@/lib/refunds/schema";
import { decideEntrySchema } from "@/lib/reviews/schema";
import { settingsSchema } from "@/lib/settings/schema";
import { returnFormSchema } from "@/lib/signatures/schema";
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
    ["the reason of a correction", correctDaySchema, "reason"],
    ["the reason of a correction of an entry", correctEntrySchema, "reason"],
    ["the reason that a certificate ends", certificateActSchema, "reason"],
    ["the reason of an act on a member", memberActSchema, "reason"],
    ["the reason that values are erased", eraseValuesSchema, "reason"],
    ["the note of a review", decideEntrySchema, "note"],
    ["the note to a form that goes back", returnFormSchema, "note"],
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

describe("a reason", () => {
  const why = reason("Say why.", 10);
  const saidOf = (typed?: string) =>
    why.safeParse(typed).error?.issues.map(({ message }) => message);

  test.each([
    ["a sentence", "abroad", undefined],
    ["several lines", "away\r\nsick", undefined],
    ["nothing", undefined, ["Say why."]],
    ["blanks", " \n ", ["Say why."]],
    ["too much", "abroad in May", ["Keep it under 10 characters."]],
    ["a control character", "a\u0000b", ["Remove the control character."]],
  ])("that is %s", (_, typed, said) => {
    expect(saidOf(typed)).toEqual(said);
  });

  test("has the line breaks of all systems as one", () => {
    expect(why.parse(" a\r\nb\rc ")).toBe("a\nb\nc");
  });
});
