const RADIUS = 88;
const WIDTH = 16;
const ARC = `M ${100 - RADIUS} 100 A ${RADIUS} ${RADIUS} 0 0 1 ${100 + RADIUS} 100`;

/**
 * The "speedometer" of a cycle: counted credit solid, what awaits review hatched, a check mark when
 * full. It is the picture of a sentence that stands beside it, so that nobody needs to see it.
 */
export function Gauge({
  counted,
  pending,
  required,
  isFull,
  id,
}: {
  counted: number;
  pending: number;
  required: number;
  isFull: boolean;
  /** Names the hatching; unique on the page. */
  id: string;
}) {
  const share = (credits: number) =>
    required === 0 ? 100 : Math.min((100 * credits) / required, 100);
  const solid = share(counted);
  const hatched = share(counted + pending) - solid;
  const arc = { d: ARC, pathLength: 100, fill: "none", strokeWidth: WIDTH };
  return (
    <svg
      viewBox="0 0 200 108"
      aria-hidden="true"
      className="w-full max-w-64"
      shapeRendering="geometricPrecision"
    >
      <defs>
        <pattern
          id={id}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="2.25" height="5" className="fill-accent" />
        </pattern>
      </defs>
      <path {...arc} className="stroke-hairline" />
      {solid > 0 ? (
        <path
          {...arc}
          strokeDasharray={`${solid} 200`}
          className={isFull ? "stroke-good" : "stroke-accent"}
        />
      ) : null}
      {hatched > 0 ? (
        <path {...arc} stroke={`url(#${id})`} strokeDasharray={`0 ${solid} ${hatched} 200`} />
      ) : null}
      {isFull ? (
        <path
          d="M 92 39 l 5.5 5.5 l 10.5 -11.5"
          fill="none"
          strokeWidth="3.5"
          strokeLinecap="round"
          strokeLinejoin="round"
          className="stroke-good"
        />
      ) : null}
    </svg>
  );
}
