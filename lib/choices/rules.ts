import type { FormState } from "@/lib/form-state";

type Choices<Row> = {
  chosen: readonly Row[];
  shown: readonly Row[];
  every?: "on";
  confirmed?: string;
};

/** The rows that an act is about. */
export function chosenOf<Row>({ chosen, shown, every }: Choices<Row>): readonly Row[] {
  return every ? shown : chosen;
}

/** Whether as many rows were named when it was asked: other ones ticked since are asked about again. */
export function areConfirmed(choices: Choices<unknown>): boolean {
  return choices.confirmed === String(chosenOf(choices).length);
}

/** What became of one of many. A link says that it is left, and where it is looked at by itself. */
export type Result = NonNullable<FormState["results"]>[number];

/** "17 accepted. 3 are left: the list says why." */
export function wordsForMany(results: readonly Result[], done: string): string {
  const left = results.filter(({ href }) => href !== undefined).length;
  const count = results.length - left;
  const first = `${count === 0 ? "None" : count} ${done}.`;
  if (left === 0) return first;
  return `${first} ${left} ${left === 1 ? "is" : "are"} left: the list says why.`;
}
