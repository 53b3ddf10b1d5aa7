import { startTestServer } from "@/tests/support/server";
import {
  createDatabase,
  dropDatabase,
  openTestServer,
  prepareTemplate,
  type TestDatabase,
} from "@/tests/support/test-databases";
import { buildToMeasure, folder } from "./build";

/** What the lines measure on, made when the first of them asks for it and shared by all. */
export type Stage = {
  /** A fresh database, on this checkout's own server or the one that is set. */
  database(): Promise<TestDatabase>;
  /** The production build with the other sides' pages, served on that database, worker running. */
  server(): Promise<{ address: string; folder: string }>;
  close(): Promise<void>;
};

export function openStage(): Stage {
  const closings: (() => Promise<void>)[] = [];

  const database = once(async () => {
    const server = await openTestServer("database");
    closings.push(server.release);
    const made = await createDatabase(server, await prepareTemplate(server));
    closings.push(() => dropDatabase(server, made));
    return made;
  });

  const server = once(async () => {
    await buildToMeasure();
    const { address, stop } = await startTestServer(await database(), folder);
    closings.push(stop);
    return { address, folder };
  });

  return {
    database,
    server,
    async close() {
      // Emptied on the way, so that whoever closes again has nothing left to close.
      for (let close = closings.pop(); close; close = closings.pop()) await close();
    },
  };
}

function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
