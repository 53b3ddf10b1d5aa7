import { expect, test } from "vitest";
import { providerOf } from "@/lib/entries/rules";

const nobody = { provider: null, providerOther: null };

test.each([
  ["claim", nobody, "National Institute"],
  ["self_report", { ...nobody, provider: { name: "Red Cross" } }, "Red Cross"],
  ["self_report", { ...nobody, providerOther: "Evening School" }, "Evening School"],
  ["claim", { ...nobody, provider: { name: "Red Cross" } }, "Red Cross"],
  ["import", nobody, "—"],
] as const)("the provider of a %s with %j is %s", (source, told, name) => {
  expect(providerOf({ source, ...told }, "National Institute")).toBe(name);
});
