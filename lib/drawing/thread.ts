import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";

/** What the thread answers to the facts of a document. */
export type Rendered = { bytes: Uint8Array<ArrayBuffer> } | { refusal: string };

export type Renderer<Facts> = {
  /** The document's bytes. Rejects when it can't be drawn, takes too long, or too many wait. */
  render(facts: Facts): Promise<Uint8Array<ArrayBuffer>>;
  /** Ends the thread; what still waits is rejected. */
  close(): Promise<void>;
};

// A thread doesn't take over its process' loader of TypeScript, nor start one by a flag.
const ENTRY = `
  import("tsx/esm/api").then(({ register }) => {
    register();
    return import(require("node:worker_threads").workerData);
  });
`;

/**
 * A thread that draws documents one after another, so that nothing else waits for them; `entry` is
 * the address of its file. After a crash, or a drawing that takes longer than `patience`
 * (milliseconds), another is started.
 */
export function createDrawingThread<Facts>(
  entry: string,
  { most = 100, patience = 30_000, what = "documents" } = {},
): Renderer<Facts> {
  let thread: Worker | null = start();
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  function start(): Worker {
    const started = new Worker(ENTRY, {
      eval: true,
      workerData: entry,
      // With the flags of the process it would load React's server half, on which react-pdf crashes.
      execArgv: [],
    });
    const forget = () => {
      if (thread === started) thread = null;
    };
    // Listened to also while nothing is drawn: an error that nobody hears would end the process.
    started.on("error", forget);
    started.on("exit", forget);
    started.unref();
    return started;
  }

  async function draw(facts: Facts) {
    if (closed) throw new Error("The renderer is closed.");
    thread ??= start();
    const drawing = thread;
    drawing.ref();
    const rendered = await answerOf(drawing, facts, patience).catch(async (error) => {
      // Late or broken: what it still does must not answer for the next.
      await drawing.terminate();
      throw error;
    });
    drawing.unref();
    return "bytes" in rendered ? rendered.bytes : fail(rendered.refusal);
  }

  return {
    render(facts) {
      if (waiting >= most) return Promise.reject(new Error(`Too many ${what} wait.`));
      waiting += 1;
      const drawn = last.then(() => draw(facts));
      last = drawn
        .catch(() => {})
        .then(() => {
          waiting -= 1;
        });
      return drawn;
    },
    async close() {
      closed = true;
      await thread?.terminate();
    },
  };
}

/** Rejects when the thread ends or doesn't answer in time. */
async function answerOf(thread: Worker, facts: unknown, patience: number): Promise<Rendered> {
  const answered = new AbortController();
  const { signal } = answered;
  const outcomes = [
    once(thread, "message", { signal }).then(([rendered]): Rendered => rendered),
    once(thread, "exit", { signal }).then(() => fail("The rendering thread ended.")),
    wait(patience, null, { signal }).then(() => fail(`Not drawn within ${patience} ms.`)),
  ];
  thread.postMessage(facts);
  try {
    return await Promise.race(outcomes);
  } finally {
    answered.abort();
  }
}

function fail(why: string): never {
  throw new Error(why);
}
