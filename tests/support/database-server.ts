import type { TestProject } from "vitest/node";
import { openTestServer, prepareTemplate, type TestServer } from "./test-databases";

declare module "vitest" {
  interface ProvidedContext {
    server: Omit<TestServer, "release">;
    template: string;
  }
}

/** Once for all database tests: the server runs, and the template stands. */
export default async function setup(project: TestProject) {
  const { maker, owner, app, release } = await openTestServer();
  project.provide("server", { maker, owner, app });
  project.provide("template", await prepareTemplate({ maker, owner, app, release }));
  return release;
}
