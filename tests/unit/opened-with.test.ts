import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CheckboxField } from "@/components/checkbox-field";
import { Field } from "@/components/field";
import { OpenedWith } from "@/components/opened-with";
import { SelectField } from "@/components/select-field";
import type { FormState } from "@/lib/form-state";
import { untouchedOf } from "@/lib/untouched";

/** Opened at Xavier, no phone, kind a, unticked; then phone, kind and box were changed and sent. */
const values = {
  seen: "then",
  opened: JSON.stringify({ lastName: "Xavier", phone: "", kind: "a", box: "" }),
  lastName: "Xavier",
  phone: "555",
  kind: "b",
  box: "on",
};

/** A form of somebody called Renamed, with the phone 777 and of kind c by now. */
function shown(state: FormState): string {
  const fields = { lastName: "Renamed", phone: "777", kind: "c", box: false };
  const options = ["a", "b", "c"].map((value) => ({ value, label: `Kind ${value}` }));
  return renderToStaticMarkup(
    createElement(
      "form",
      null,
      createElement(OpenedWith, { state, seen: { seen: "now" }, fields }),
      createElement(Field, {
        state,
        name: "lastName",
        label: "Last name",
        defaultValue: "Renamed",
      }),
      createElement(Field, { state, name: "phone", label: "Phone", defaultValue: "777" }),
      createElement(SelectField, {
        state,
        name: "kind",
        label: "Kind",
        defaultValue: "c",
        options,
      }),
      createElement(CheckboxField, { state, name: "box", label: "Box", defaultChecked: false }),
    ),
  );
}

test("after a conflict untouched fields show what stands now, and beside the others it is said", () => {
  const form = shown({ values, untouched: untouchedOf(values) });
  expect(form).toContain('name="lastName" value="Renamed"');
  expect(form).toContain('name="phone" value="555"');
  expect(form).toContain("Now stands: 777");
  expect(form).toContain('<option value="b" selected="">');
  expect(form).toContain("Now stands: Kind c");
  expect(form).toContain("Now stands: not ticked");
  expect(form).not.toContain("Now stands: Renamed");
  expect(form).toContain('name="seen" value="now"');
  expect(form).toContain("&quot;lastName&quot;:&quot;Renamed&quot;");
});

test("refused for another reason, a form still tells what it was opened with", () => {
  const form = shown({ values });
  expect(form).toContain('name="lastName" value="Xavier"');
  expect(form).toContain('name="seen" value="then"');
  expect(form).toContain("&quot;lastName&quot;:&quot;Xavier&quot;");
  expect(form).not.toContain("Now stands");
});
