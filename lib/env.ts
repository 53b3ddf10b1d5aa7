import { existsSync } from "node:fs";
import { z } from "zod";
import { SetupError } from "./setup-error";

// The one reader of process.env. Everything may be absent while building; what a mode needs is
// asked for at start (requireForStart).

const whole = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${from} to ${to}`)
    .transform(Number)
    .refine((n) => n >= from && n <= to, `must be a whole number from ${from} to ${to}`);

const url = (protocols: readonly string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be an address such as ${example}`,
    // What follows may rely on an address.
    abort: true,
  });

const database = url(["postgres:", "postgresql:"], "postgresql://user:password@host:5432/credence");

/** Variables that say nothing without another one. */
const companions = [
  ["S3_ENDPOINT", "S3_BUCKET"],
  ["S3_ACCESS_KEY_ID", "S3_BUCKET"],
  ["S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"],
  ["S3_SECRET_ACCESS_KEY", "S3_ACCESS_KEY_ID"],
  ["S3_BUCKET", "S3_ACCESS_KEY_ID"],
  ["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET"],
  ["STRIPE_WEBHOOK_SECRET", "STRIPE_SECRET_KEY"],
  ["STRIPE_API_URL", "STRIPE_SECRET_KEY"],
] as const;

const modes = ["demo", "development", "production"] as const;
export type Mode = (typeof modes)[number];

const variables = z.object({
  CREDENCE_MODE: z.enum(modes, "must be demo, development or production").default("production"),
  DATABASE_URL: database.optional(),
  DATABASE_OWNER_URL: database.optional(),
  SMTP_URL: url(["smtp:", "smtps:"], "smtps://user:password@host:465").optional(),
  PUBLIC_URL: url(["http:", "https:"], "https://credits.example.org")
    .refine((text) => new URL(text).pathname === "/" && !new URL(text).search, {
      message: "must be an address without a path, such as https://credits.example.org",
    })
    .transform((text) => new URL(text).origin)
    .optional(),
  SESSION_SECRET: z.string().min(32, "must be at least 32 characters long").optional(),
  PORT: whole(1, 65535).default(3000),
  TRUSTED_PROXIES: whole(0, 16).default(0),
  LOG_LEVEL: z
    .enum(
      ["debug", "info", "warn", "error", "silent"],
      "must be debug, info, warn, error or silent",
    )
    .default("info"),
  CHROMIUM_PATH: z.string().optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "must be the name of a bucket")
    .optional(),
  S3_ENDPOINT: url(["http:", "https:"], "https://s3.example.org").optional(),
  S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/, "must be the name of a region")
    .default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_\w+$/, "must be a secret key of Stripe, such as sk_live_…")
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\S+$/, "must be the signing secret of a webhook endpoint, such as whsec_…")
    .optional(),
  STRIPE_API_URL: url(["http:", "https:"], "http://127.0.0.1:12111").optional(),
});

export type Environment = z.infer<typeof variables>;

function readEnvironment(): Environment {
  // An empty variable counts as absent: `SMTP_URL=` in a .env file is how people leave one out.
  const filled = Object.entries(process.env).filter(([, value]) => value?.trim());
  const written = Object.fromEntries(filled);
  const parsed = variables.safeParse(written);
  const halves = companions
    .filter(([name, companion]) => written[name] !== undefined && !written[companion])
    .map(([name, companion]) => `${name} needs ${companion} beside it.`);
  if (parsed.success && halves.length === 0) return parsed.data;
  // Names and rules only: the values may be secrets.
  const wrong = parsed.error?.issues ?? [];
  const faults = [...wrong.map(({ path, message }) => `${path.join(".")} ${message}.`), ...halves];
  throw new SetupError([...new Set(faults)].join("\n"));
}

export const env: Environment = readOrLeave();

function readOrLeave(): Environment {
  try {
    return readEnvironment();
  } catch (error) {
    // While modules still load nobody can catch this: a stack trace would bury the sentence.
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}

/** Where people reach this installation; the links of mails and certificates begin with it. */
export function publicUrl(): string {
  return env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
}

/** Sets variables for this process and its children, and reads the environment again. */
export function setEnvironment(values: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  Object.assign(env, readEnvironment());
}

/** Reads `.env` (what is already set wins) and settles the mode where nobody said one. */
export function openEnvironment(mode: { always: Mode } | { unlessSaid: Mode }) {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const said = process.env.CREDENCE_MODE?.trim();
  setEnvironment({
    CREDENCE_MODE: "always" in mode ? mode.always : said || mode.unlessSaid,
  });
}

/** This process's environment for a child, with some variables set or (undefined) left out. */
export function childEnvironment(values: Record<string, string | undefined> = {}) {
  return { ...process.env, ...values } as NodeJS.ProcessEnv;
}

const required = ["DATABASE_URL", "SMTP_URL", "PUBLIC_URL", "SESSION_SECRET"] as const;

/** Refuses to start in production without what it needs, naming every missing variable. */
export function requireForStart(names: readonly (typeof required)[number][] = required) {
  if (env.CREDENCE_MODE !== "production") return;
  const missing = names.filter((name) => env[name] === undefined);
  if (missing.length === 0) return;
  throw new SetupError(
    `Production mode needs ${missing.join(", ")}. Set ${missing.length === 1 ? "it" : "them"} ` +
      "in the environment or in .env (see .env.example), or set CREDENCE_MODE=development.",
  );
}

export const startedByNpm = () => process.env.npm_lifecycle_event !== undefined;

export const searchPath = () => process.env.PATH ?? "";
