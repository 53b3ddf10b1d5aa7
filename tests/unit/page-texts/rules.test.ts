import { expect, test } from "vitest";
import { blocksOf, withShortName } from "@/lib/page-texts/rules";
import { pageTextSchema } from "@/lib/page-texts/schema";

const paragraph = (text: string) => ({ is: "paragraph", text });
const list = (...items: string[]) => ({ is: "list", items });

test.each([
  ["one paragraph over two lines", "A CEC is\none hour.", [paragraph("A CEC is one hour.")]],
  ["a blank line parts paragraphs", "One.\n \n\nTwo.", [paragraph("One."), paragraph("Two.")]],
  [
    "a list after its sentence",
    "These:\n- a\n- b\n  more",
    [paragraph("These:"), list("a", "b more")],
  ],
  ["blank lines within a list", "- a\n\n- b", [list("a", "b")]],
  ["a list ends with a blank line", "- a\n\nThen.", [list("a"), paragraph("Then.")]],
  ["lines of another system", "One.\r\n\r\n- a", [paragraph("One."), list("a")]],
  ["no markup", "<b>One</b> -2", [paragraph("<b>One</b> -2")]],
  ["nothing", " \n", []],
])("a text is read as %s", (_what, text, blocks) => {
  expect(blocksOf(text)).toEqual(blocks);
});

test("the short name stands where the text leaves room for it", () => {
  expect(withShortName("{short name} and {short name}", "NAAEI")).toBe("NAAEI and NAAEI");
});

test.each([
  ["nothing", " \n "],
  ["a placeholder that nobody fills in", "Write to {contact}."],
  ["more than a page holds", "a".repeat(20_001)],
])("a text with %s is refused", (_what, text) => {
  const sent = { name: "requirements", version: "0", text };
  expect(pageTextSchema.safeParse(sent).success).toBe(false);
});
