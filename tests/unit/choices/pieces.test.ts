import { describe, expect, test } from "vitest";
import { type ManyAction, sendInPieces } from "@/lib/choices/pieces";
import type { FormState } from "@/lib/form-state";

const chosen = Array.from({ length: 12 }, (_, nth) => `entry ${nth + 1}`);

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
  sendInPieces(action, chosen, "accepted", tell);

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
});

test("when nothing was accepted yet, the answer or the failure stands alone", async () => {
  const refused = { message: "Reload the page." };
  expect(await send(async () => refused)).toEqual(refused);
  const fails = send(async () => Promise.reject(new Error("The network is gone.")));
  await expect(fails).rejects.toThrow("The network is gone.");
});
