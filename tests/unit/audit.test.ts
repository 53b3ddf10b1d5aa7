import { assert, jsonValue, property } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CHAIN_START,
  canonicalJson,
  digestOf,
  type Entry,
  faultsOf,
  type Json,
  type SealRow,
  sealHash,
} from "@/lib/audit/rules";

const entry: Entry = {
  id: "01a20038-2b22-71eb-89c4-52bfbffb429a",
  sequence: 7n,
  at: new Date("2026-04-13T09:00:00Z"),
  actorId: null,
  door: "web",
  act: "saved a day",
  subject: "registration",
  subjectId: "R-1",
  facts: { from: null, to: 650 },
  digests: { name: digestOf("salt", "Ana Ø") },
};
const values = [{ name: "name", salt: "salt", value: "Ana Ø" }];

function sealOf(sealed: Entry, number = 1n, previousHash = CHAIN_START): SealRow {
  const hash = sealHash(number, previousHash, sealed);
  return { number, previousHash, hash, entry: { ...sealed, values } };
}

const start = { number: 0n, hash: CHAIN_START };

describe("a value has one way to be written", () => {
  test.each<[string, Json, Json]>([
    ["the order of names", { a: 1, b: [{ d: 1, c: 2 }] }, { b: [{ c: 2, d: 1 }], a: 1 }],
    ["a name without a value", { a: 1 }, { a: 1, b: undefined }],
    ["minus zero", [-0], [0]],
  ])("%s does not matter", (_what, one, other) => {
    expect(canonicalJson(one)).toBe(canonicalJson(other));
  });

  test("the order of a list does", () => {
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  });

  test("what is written reads as the same value", () => {
    assert(
      property(jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value as Json))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

test("the same value under another salt has another digest", () => {
  expect(digestOf("one", "Ana")).not.toBe(digestOf("two", "Ana"));
});

describe("a sealed entry", () => {
  test("without a change has no fault", () => {
    expect(faultsOf(start, sealOf(entry))).toEqual([]);
  });

  test.each<[string, Partial<Entry>]>([
    ["id", { id: "01a20038-2b22-71eb-89c4-52bfbffb429b" }],
    ["sequence", { sequence: 8n }],
    ["instant", { at: new Date("2026-04-13T09:00:00.001Z") }],
    ["actor", { actorId: "01a20038-2b22-71eb-89c4-52bfbffb429b" }],
    ["door", { door: "worker" }],
    ["act", { act: "submitted a claim" }],
    ["subject", { subject: "claim" }],
    ["subject's id", { subjectId: "R-2" }],
    ["facts", { facts: { from: null, to: 651 } }],
    ["digests", { digests: { name: digestOf("salt", "Ana O") } }],
  ])("whose %s was changed is found", (_what, change) => {
    const changed = { ...entry, ...change, values: [] };
    expect(faultsOf(start, { ...sealOf(entry), entry: changed })).toEqual([
      `Entry ${changed.id} of seal 1 is not what was sealed.`,
    ]);
  });

  test("that is gone is found", () => {
    expect(faultsOf(start, { ...sealOf(entry), entry: null })).toEqual([
      "The entry of seal 1 is missing.",
    ]);
  });

  test("may have lost its personal values", () => {
    expect(faultsOf(start, { ...sealOf(entry), entry: { ...entry, values: [] } })).toEqual([]);
  });

  test.each([
    ["another value", { name: "name", salt: "salt", value: "Eve" }],
    ["another salt", { name: "name", salt: "pepper", value: "Ana Ø" }],
    ["a name that was not recorded", { name: "phone", salt: "salt", value: "Ana Ø" }],
  ])("with %s is found", (_what, value) => {
    const changed = { ...entry, values: [value] };
    expect(faultsOf(start, { ...sealOf(entry), entry: changed })).toEqual([
      `The value "${value.name}" of entry ${entry.id} is not what was recorded.`,
    ]);
  });
});

describe("the chain", () => {
  test("names the seals that are missing", () => {
    expect(faultsOf(start, sealOf(entry, 4n))).toEqual(["Seals 1 to 3 are missing."]);
  });

  test("is broken by a seal that follows another one", () => {
    expect(faultsOf(start, sealOf(entry, 1n, "f".repeat(64)))).toEqual([
      "Seal 1 does not continue the chain.",
    ]);
  });
});
