import "server-only";
import type { ClientBase } from "pg";
import type { Row } from "@/lib/imports/kind";

let opened = 0;

/** The rows of a query, a thousand at a time, so that memory does not grow with their number. */
export async function* inBatches(client: ClientBase, query: string): AsyncGenerator<Row[]> {
  opened += 1;
  const cursor = `import_cursor_${opened}`;
  await client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${query}`);
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH 1000 FROM ${cursor}`);
    if (rows.length === 0) break;
    yield rows;
  }
  await client.query(`CLOSE ${cursor}`);
}
