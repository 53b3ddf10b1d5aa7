import type { ComponentProps } from "react";

/**
 * One ink, told apart in grey and on paper too: by strength, and by hatches of four directions. The
 * weaker reaches 3:1 on the surface, by day and by night.
 */
const LOOKS: readonly { ink: number; hatch?: number }[] = [
  { ink: 1 },
  { ink: 1, hatch: 45 },
  { ink: 0.65 },
  { ink: 1, hatch: -45 },
  { ink: 1, hatch: 90 },
  { ink: 0.65, hatch: 45 },
  { ink: 1, hatch: 0 },
  { ink: 0.65, hatch: -45 },
  { ink: 0.65, hatch: 90 },
  { ink: 0.65, hatch: 0 },
];

const lookAt = (place: number) => LOOKS[place % LOOKS.length] ?? { ink: 1 };

/** The hatches that the blocks of a chart are filled with; `id` is the chart's. */
export function ChartHatches({ id }: { id: string }) {
  return (
    <defs>
      {LOOKS.map(({ ink, hatch }, place) =>
        hatch === undefined ? null : (
          <pattern
            key={`${hatch} ${ink}`}
            id={`${id}-${place}`}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform={`rotate(${hatch})`}
          >
            <rect width="2.25" height="5" className="fill-accent" fillOpacity={ink} />
          </pattern>
        ),
      )}
    </defs>
  );
}

/** A rectangle in the look of the series at a place. */
export function ChartBlock({
  chart,
  place,
  ...rect
}: {
  /** The chart's id. */
  chart: string;
  place: number;
} & Pick<ComponentProps<"rect">, "x" | "y" | "width" | "height">) {
  const { ink, hatch } = lookAt(place);
  return (
    <rect
      {...rect}
      className={hatch === undefined ? "fill-accent stroke-accent" : "stroke-accent"}
      fill={hatch === undefined ? undefined : `url(#${chart}-${place % LOOKS.length})`}
      fillOpacity={hatch === undefined ? ink : undefined}
      strokeOpacity={ink}
    />
  );
}
