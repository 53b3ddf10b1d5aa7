import { describe, expect, test } from "vitest";
import { type Choice, type ManyAction, sendInPieces } from "@/lib/choices/pieces";
import type { FormState } from "@/lib/form-state";
import { SIGNED_OUT } from "@/lib/form-state";

const chosen = Array.from({ length: 12 }, (_, nth) => `entry ${nth + 1}`);
const apart = chosen.map((value): Choice => ({ value, of: value }));

/** Accepts what it is sent; from its second piece on it answers otherwise. */
function acceptingOnce(otherwise: () => FormState): ManyAction {
  let sent = 0;
  return async (_state, form) => {
    sent += 1;
    if (sent > 1) return otherwise();
    return {
      results: form.getAll("chosen").map((name) => ({ name: `${name}`, sentence: "accepted" })),
    };
  };
}

const send = (action: ManyAction, tell = (_at: number) => {}) =>
  sendInPieces(action, apart, "accepted", tell);

const namesIn = ({ results = [] }: FormState) => results.map(({ name }) => name);

test("many rows are sent a few at a time, and it is told how far it is", async () => {
  const told: number[] = [];
  const action: ManyAction = async (_state, form) => {
    expect(form.get("confirmed")).toBe(`${form.getAll("chosen").length}`);
    return { results: form.getAll("chosen").map((name) => ({ name: `${name}`, sentence: "" })) };
  };
  const state = await send(action, (at) => told.push(at));
  expect(told).toEqual([0, 5, 10]);
  expect(namesIn(state)).toEqual(chosen);
  expect(state).toMatchObject({ done: true, message: "12 accepted." });
});

test("rows of the same are in one piece, wherever they stand and however many", async () => {
  const rows = ["Ana 1", "Bo 1", "Ana 2", "Cy 1", "Cy 2", "Cy 3", "Cy 4", "Bo 2", "Cy 5", "Cy 6"];
  const sent: string[][] = [];
  const told: number[] = [];
  const action: ManyAction = async (_state, form) => {
    sent.push(form.getAll("chosen").map(String));
    return { results: [] };
  };
  const choices = rows.map((value) => ({ value, of: value.slice(0, 3) }));
  await sendInPieces(action, choices, "accepted", (at) => told.push(at));
  expect(sent).toEqual([
    ["Ana 1", "Ana 2", "Bo 1", "Bo 2"],
    ["Cy 1", "Cy 2", "Cy 3", "Cy 4", "Cy 5", "Cy 6"],
  ]);
  expect(told).toEqual([0, 4]);
});

describe("what was accepted is shown when a later piece", () => {
  const stopped = "Stopped after 5 of 12. Choose the rest again.";

  test("does not arrive", async () => {
    const state = await send(
      acceptingOnce(() => {
        throw new Error("The network is gone.");
      }),
    );
    expect(namesIn(state)).toEqual(chosen.slice(0, 5));
    expect(state).toMatchObject({ message: stopped });
    expect(state.done).toBeUndefined();
  });

  test("is refused, with the reason", async () => {
    const state = await send(acceptingOnce(() => ({ message: "Reload the page." })));
    expect(namesIn(state)).toEqual(chosen.slice(0, 5));
    expect(state.message).toBe(`Reload the page. ${stopped}`);
  });

  test("comes from somebody who is no longer signed in", async () => {
    const signedOut = { isSignedOut: true, message: "Send this form once more." };
    const state = await send(acceptingOnce(() => signedOut));
    expect(namesIn(state)).toEqual(chosen.slice(0, 5));
    expect(state).toMatchObject({ isSignedOut: true, message: `${SIGNED_OUT} ${stopped}` });
  });
});

test("when nothing was accepted yet, the answer or the failure stands alone", async () => {
  const refused = { message: "Reload the page." };
  expect(await send(async () => refused)).toEqual(refused);
  const fails = send(async () => Promise.reject(new Error("The network is gone.")));
  await expect(fails).rejects.toThrow("The network is gone.");
});
