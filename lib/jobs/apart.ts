import "server-only";
import { log } from "@/lib/log";

type Pages = Iterable<readonly string[]> | AsyncIterable<readonly string[]>;

/** Of many who failed so many are named; the log has all. */
const NAMED = 20;

type Act = {
  /** "remind a member": what could not be done when it fails. */
  what: string;
  pages: Pages;
  atOnce: number;
  /** Does it for these, all or none; says how much was done. */
  act: (ids: readonly string[]) => Promise<number>;
};

/** Some failed, and are logged; its message names them. */
export class FailedApart extends AggregateError {}

/**
 * Does something for many, so many at once that one who fails keeps no other back: a batch that fails is
 * done by halves until whoever failed stands alone. They are logged by id and thrown together when the
 * others are done; says how much was done.
 */
export async function actApart({ what, pages, atOnce, act }: Act): Promise<number> {
  const failures: { id: string | undefined; error: unknown }[] = [];
  const attempt = async (ids: readonly string[]): Promise<number> => {
    try {
      return await act(ids);
    } catch (error) {
      if (ids.length > 1) {
        const middle = Math.ceil(ids.length / 2);
        return (await attempt(ids.slice(0, middle))) + (await attempt(ids.slice(middle)));
      }
      log.error({ err: error, id: ids[0] }, `could not ${what}`);
      failures.push({ id: ids[0], error });
      return 0;
    }
  };
  let done = 0;
  for await (const page of pages) {
    for (let from = 0; from < page.length; from += atOnce) {
      done += await attempt(page.slice(from, from + atOnce));
    }
  }
  if (failures.length === 0) return done;
  const named = failures.slice(0, NAMED).map(({ id }) => id);
  const others = failures.length > NAMED ? `, and ${failures.length - NAMED} more` : "";
  throw new FailedApart(
    failures.map(({ error }) => error),
    `Could not ${what}: ${named.join(", ")}${others}.`,
  );
}

/** All that a list gives by id, which begins after an id: those who failed don't come again. */
export async function* pagesOf(list: (after: string | null) => Promise<readonly string[]>) {
  for (let after: string | null = null; ; ) {
    const page = await list(after);
    after = page.at(-1) ?? null;
    if (!after) return;
    yield page;
  }
}
