import { pino } from "pino";
import { env } from "@/lib/env";

// Logs carry ids, never names or addresses: an error's words may quote what a person typed.
const addresses = /[^\s@"'<>(),]+@[^\s@"'<>(),]+|\b\d{1,3}(?:\.\d{1,3}){3}\b/g;

export const withoutAddresses = (text: string) => text.replace(addresses, "[address]");

function describeError(error: unknown) {
  if (!(error instanceof Error)) return withoutAddresses(String(error));
  return {
    type: error.name,
    code: "code" in error ? error.code : undefined,
    digest: "digest" in error ? error.digest : undefined,
    stack: withoutAddresses(error.stack ?? error.message),
  };
}

export const log = pino({
  level: env.LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
  serializers: { err: describeError },
});
