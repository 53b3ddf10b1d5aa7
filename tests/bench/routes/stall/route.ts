import { monitorEventLoopDelay } from "node:perf_hooks";

const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();

/** The longest stall of this process since it was last asked, in milliseconds. */
export function GET() {
  const longest = delays.max / 1e6;
  delays.reset();
  return Response.json({ longest });
}
