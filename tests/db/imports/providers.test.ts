import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { aWord, importPath, importText, providersFile } from "@/tests/support/imports";

const find = (name: string) => db.provider.findFirstOrThrow({ where: { name } });

describe("the association's providers", () => {
  test("are there once, however often they are imported", async () => {
    const path = "tests/data/providers.csv";
    expect(await importPath("providers", path)).toMatchObject({ refusals: 0, added: 5 });
    expect(await importPath("providers", path)).toMatchObject({ added: 0, changed: 0 });
    expect(await find("Red Cross")).toMatchObject({ inNetwork: false });
    expect(await find("State Apartment Association")).toMatchObject({ inNetwork: true });
  });
});

test("joining and leaving the network is audited; an empty cell leaves it", async () => {
  const provider = `College ${aWord()}`;
  await importText("providers", providersFile({ provider, in_network: "yes" }));
  const { id } = await find(provider);
  expect(await importText("providers", providersFile({ provider }))).toMatchObject({ changed: 1 });
  expect(await find(provider)).toMatchObject({ id, inNetwork: false });
  expect(await db.auditEntry.findMany({ where: { subjectId: id } })).toMatchObject([
    { subject: "provider", facts: { in_network: { from: true, to: false } } },
  ]);
});

test("a provider written otherwise is the same one, under its first name", async () => {
  const provider = `Straße ${aWord()}`;
  await importText("providers", providersFile({ provider }));
  const written = providersFile({ provider: ` ${provider.toUpperCase()}` });
  expect(await importText("providers", written)).toMatchObject({ added: 0, changed: 0 });
  expect(await find(provider)).toMatchObject({ name: provider });
});

test("what is no provider of its own is refused, with every other fault of the file", async () => {
  const provider = aWord();
  const { lines } = await importText(
    "providers",
    providersFile(
      { provider },
      { provider: provider.toLowerCase() },
      { provider: "Other: City Gym" },
      { provider: "other" },
      { provider: aWord(), in_network: "no" },
      { provider: "" },
    ),
  );
  const other =
    "Other is what a provider outside this list is called. Give the provider's own name.";
  expect(lines).toEqual([
    "line 3, column provider: This repeats line 2. Leave one of them out.",
    `line 4, column provider: ${other}`,
    `line 5, column provider: ${other}`,
    "line 6, column in_network: Write yes or leave the cell empty.",
    "line 7, column provider: This cell may not be empty.",
  ]);
  expect(await db.provider.findFirst({ where: { name: provider } })).toBeNull();
});

test("two imports at once add a provider once", async () => {
  const file = providersFile(...Array.from({ length: 50 }, () => ({ provider: aWord() })));
  const outcomes = await Promise.all([
    importText("providers", file),
    importText("providers", file),
  ]);
  expect(outcomes.map(({ added }) => added).sort()).toEqual([0, 50]);
});
