const WARM_UPS = 20;
const ROUNDS = 200;

type Side = (round: number) => Promise<unknown>;

/**
 * How many times as long the first side takes as the second: medians of 200 turns each after 20 to
 * warm up, one after the other, the two sides alternating.
 */
export async function ratioOf(name: string, ours: Side, theirs: Side): Promise<number> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
    for (const [place, side] of [ours, theirs].entries()) {
      const start = performance.now();
      await side(round);
      if (round >= WARM_UPS) times[place]?.push(performance.now() - start);
    }
  }
  const [our, their] = [median(times[0]), median(times[1])];
  console.log(`${name}: ${our.toFixed(2)} ms against ${their.toFixed(2)} ms`);
  return our / their;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
