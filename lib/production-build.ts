import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { childEnvironment } from "@/lib/env";
import { SetupError } from "@/lib/setup-error";

/** All that the build is made of. */
export const sources = [
  ..."app components lib public prisma/schema.prisma proxy.ts".split(" "),
  ..."next.config.ts postcss.config.mjs tsconfig.json package.json package-lock.json".split(" "),
];
const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
const buildId = ".next/BUILD_ID";
const stamp = ".credence/build";

export const hasBuild = () => existsSync(buildId);

/** Builds for production unless what stands in .next was built from these very sources. */
export async function ensureBuild(say: (line: string) => void, signal?: AbortSignal) {
  if (hasBuild() && existsSync(stamp)) {
    if (readFileSync(stamp, "utf8") === `${digest()} ${readFileSync(buildId, "utf8")}`) return;
  }
  say("Building the application (about a minute) …");
  await build(signal);
}

export async function build(signal?: AbortSignal) {
  const before = digest();
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, [next, "build"], {
      stdio: "inherit",
      env: childEnvironment({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
      signal,
    });
    child.once("error", () => resolve(1));
    child.once("exit", resolve);
  });
  if (code !== 0) throw new SetupError("The production build failed; its reason stands above.");
  mkdirSync(".credence", { recursive: true });
  writeFileSync(stamp, `${before} ${readFileSync(buildId, "utf8")}`);
}

function digest(): string {
  const hash = createHash("sha256").update(process.version);
  for (const path of sources.filter(existsSync).flatMap(filesIn)) {
    hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).sort();
  return names.flatMap((name) => filesIn(join(path, name)));
}
