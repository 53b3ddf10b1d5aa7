import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { childEnvironment } from "@/lib/env";
import type { Stage } from "./stage";

/** Milliseconds of the slowest search among 200,000 members. */
export async function search(stage: Stage): Promise<number> {
  const { app } = await stage.database();
  const program = ["--conditions=react-server", "--import", "tsx", "tests/bench/search-once.ts"];
  const env = childEnvironment({ CREDENCE_MODE: "development", DATABASE_URL: app });
  const { stdout, stderr } = await promisify(execFile)(process.execPath, program, { env });
  console.log(stderr.trim());
  return Number(stdout);
}
