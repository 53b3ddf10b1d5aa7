import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "@/lib/setup-error";
import type { Place } from "./place";

/** What is kept beside the data: the port of the last start and the passwords of the three logins. */
export type ServerState = { port: number; superuser: string; owner: string; app: string };

export function readState(place: Place): ServerState {
  try {
    return JSON.parse(readFileSync(join(place.folder, "state.json"), "utf8"));
  } catch {
    throw new SetupError(
      `The embedded database can't be read: remove the folder ${place.folder}, or become its owner.`,
    );
  }
}

export function writeState(place: Place, state: ServerState) {
  const file = join(place.folder, "state.json");
  writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function addressOf(
  state: ServerState,
  login: "superuser" | "owner" | "app",
  database: string,
) {
  const user = { superuser: "postgres", owner: "credence_owner", app: "credence_app" }[login];
  // The name tells our own connections from everybody else's when we ask whether we are the last.
  const name = `credence-${process.pid}`;
  return `postgresql://${user}:${state[login]}@127.0.0.1:${state.port}/${database}?application_name=${name}`;
}
