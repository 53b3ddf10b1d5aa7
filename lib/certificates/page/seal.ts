const CENTRE = 32;
const WAVES = 16;
const STEPS = WAVES * 8;

/** Waves around a circle, shifted against each other as on engraved paper; in a square of 64. */
export const SEAL = [0, 1, 2, 3].map((shift) => ring(26, 3.4, shift / 4)).join("");

/** The house's mark, as it heads every page. */
export const MARK = "M32 24L40 32L32 40L24 32Z";

function ring(radius: number, depth: number, shift: number): string {
  const points = Array.from({ length: STEPS }, (_, step) => {
    const turn = (step / STEPS) * 2 * Math.PI;
    const distance = radius + depth * Math.cos(WAVES * turn + shift * 2 * Math.PI);
    const x = CENTRE + distance * Math.cos(turn);
    const y = CENTRE + distance * Math.sin(turn);
    return `${x.toFixed(2)} ${y.toFixed(2)}`;
  });
  return `M${points.join("L")}Z`;
}
