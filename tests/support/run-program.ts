import { spawn } from "node:child_process";
import { childEnvironment } from "@/lib/env";

/** Runs a program of node_modules with its output in ours; the exit code, or 1 if it can't start. */
export function run(
  [script = "", ...args]: string[],
  environment = childEnvironment(),
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      stdio: "inherit",
      env: environment,
    });
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
