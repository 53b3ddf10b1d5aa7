import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { candidatesCsv } from "@/lib/credit-audit-selections/csv";
import {
  countToDraw,
  draw,
  hashOfCandidates,
  rankedBy,
  refusalToDraw,
} from "@/lib/credit-audit-selections/rules";
import { criteriaSchema } from "@/lib/credit-audit-selections/schema";
import { populationWords, sizeWords } from "@/lib/credit-audit-selections/wording";

const ids = Array.from({ length: 40 }, (_, n) => `renewal-${n}`);
const five = { size: 5, unit: "renewals" } as const;

describe("a draw", () => {
  test("is the same for the same seed and list, and another for another seed", () => {
    expect(draw("4 8 15", ids, five)).toEqual(draw("4 8 15", ids, five));
    expect(draw("4 8 15", ids, five)).not.toEqual(draw("16 23 42", ids, five));
  });

  test("takes the smallest SHA-256 of seed and id, as anyone can reckon", () => {
    const hash = (id: string) => createHash("sha256").update(`4 8 15${id}`).digest("hex");
    const byHand = ids.toSorted((a, b) => (hash(a) < hash(b) ? -1 : 1)).slice(0, 5);
    expect(draw("4 8 15", ids, five)).toEqual(byHand);
    expect(rankedBy("4 8 15", ids)[0]).toEqual({ id: byHand[0], rank: hash(byHand[0] ?? "") });
  });

  test("does not depend on the order of the list, nor draws anybody twice", () => {
    const lists = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.string(), lists, fc.nat(40), (seed, list, size) => {
        const wanted = { size, unit: "renewals" } as const;
        const drawn = draw(seed, list, wanted);
        expect(drawn).toEqual(draw(seed, [...list, ...list].toReversed(), wanted));
        expect(new Set(drawn).size).toBe(Math.min(size, list.length));
      }),
    );
  });

  test("of more than there are takes all of them", () => {
    expect(draw("seed", ids, { size: 100, unit: "renewals" }).toSorted()).toEqual(ids.toSorted());
  });

  test.each([
    [5, 412, 21],
    [5, 20, 1],
    [5, 21, 2],
    [1, 3, 1],
    [100, 7, 7],
    [5, 0, 0],
  ])("%i percent of %i are %i: a part of a renewal is one", (size, population, drawn) => {
    expect(countToDraw({ size, unit: "percent" }, population)).toBe(drawn);
  });

  test("of nobody, or of more than can be meant, is refused", () => {
    expect(refusalToDraw(0)).toContain("no renewal to draw from");
    expect(refusalToDraw(1)).toBeNull();
    expect(refusalToDraw(1001)).toBe("This would draw 1001 renewals. Draw at most 1000 at once.");
  });
});

test("the hash of a list is that of its ids in order, a line each", () => {
  const byHand = createHash("sha256").update("a\nb\nc").digest("hex");
  expect(hashOfCandidates(["c", "a", "b"])).toBe(byHand);
});

test("the list of a draw says in its order who was drawn, for a spreadsheet", () => {
  const [mark, ...rest] = candidatesCsv({ seed: "=4", candidates: ids, size: 10, unit: "percent" });
  expect(mark).toBe("\uFEFF");
  const [columns, ...rows] = rest.join("").trimEnd().split("\r\n");
  expect(columns).toBe("Place,Renewal,SHA-256 of =4 and the renewal,Drawn");
  expect(rows.map((row) => row.split(",")[1])).toEqual(rankedBy("=4", ids).map(({ id }) => id));
  expect(rows.map((row) => row.endsWith(",yes"))).toEqual(ids.map((_, at) => at < 4));
});

describe("what to draw from", () => {
  const typed = { program: "", from: "", to: "", size: "5", unit: "percent", seed: "x" };
  const wrongIn = (said: object) =>
    criteriaSchema.safeParse({ ...typed, ...said }).error?.issues.map(({ path }) => path[0]);

  test.each([
    [{}, undefined],
    [{ from: "2027-01-01", to: "2027-01-01" }, undefined],
    [{ from: "2027-02-30" }, ["from"]],
    [{ from: "2027-01-02", to: "2027-01-01" }, ["to"]],
    [{ size: "101" }, ["size"]],
    [{ size: "101", unit: "renewals" }, undefined],
    [{ size: "0" }, ["size"]],
    [{ size: "4.5" }, ["size"]],
    [{ seed: " " }, ["seed"]],
    [{ seed: "a\u202Eb" }, ["seed"]],
    [{ unit: "members" }, ["unit"]],
  ])("%j: what is wrong is named", (said, wrong) => {
    expect(wrongIn(said)).toEqual(wrong);
  });

  test("is said in words", () => {
    const all = { programCode: null, dueFrom: null, dueTo: null };
    expect(populationWords(all)).toBe("Renewals of all programs, whenever due");
    expect(populationWords({ ...all, programCode: "CAM", dueFrom: "2027-01-01" })).toBe(
      "Renewals of CAM, due from 1 January 2027",
    );
    expect(sizeWords({ size: 1, unit: "renewals" })).toBe("1 renewal");
    expect(sizeWords({ size: 5, unit: "percent" })).toBe("5 percent");
  });
});
