import type { ClientBase } from "pg";
import type { Tx } from "@/lib/db";
import type { Column } from "@/lib/imports/schema";
import type { Actor } from "@/lib/members/rules";

type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

/** Finds rows of the file that can't be applied, and says why. */
export type Check = {
  column: string;
  /** Gives the line and what the sentence needs; a function where the file's columns matter. */
  find: string | ((header: readonly string[]) => string);
  say: (row: Row) => string;
};

/** One import being applied. `client` is the connection of `tx`: both speak in one transaction. */
export type Act = {
  tx: Tx;
  client: ClientBase;
  actor: Actor;
  now: Date;
  kind: string;
  /** SHA-256 of the file. */
  sha256: string;
  /** Columns that the file has. */
  header: readonly string[];
};

/** What is done to a file, one after the other; a check writes too, and takes it back. */
export const STEPS = ["reading", "comparing", "writing"] as const;
export type Step = (typeof STEPS)[number];

export type Counts = { added: number; changed: number };

/** A kind of file. Its rows stand in import_rows, cells by column beside `line` and a fresh `id`. */
export type Kind = {
  name: string;
  columns: Record<string, Column>;
  /** What has to be there before the file can be looked up. */
  prepare?: (act: Act) => Promise<void>;
  /** Temporary tables made in this order: the file's rows beside what the database knows of them. */
  tables: Record<string, string>;
  checks: Check[];
  apply: (act: Act) => Promise<Counts>;
  /** What follows once the file is in, in transactions of its own: the next import makes it good. */
  follow?: (now: Date) => Promise<unknown>;
};

/** The time of the command; SQL never asks the clock. Utility statements take no parameters. */
export const NOW = "current_setting('credence.now')::timestamptz";
