import { type ParseArgsConfig, parseArgs } from "node:util";
import type { z } from "zod";
import { runCommandLine } from "@/lib/command-line";
import { DomainError } from "@/lib/errors";
import { findCommandLineActor } from "@/lib/members/queries";
import { type Actor, MACHINE } from "@/lib/members/rules";

/**
 * A staff act at the command line: its arguments are parsed by `schema` (positionals by `names`, then
 * options), done as --as EMAIL says, and answered by a sentence. Exit 0: done; 1: refused; 2: not
 * understood.
 */
export function runStaffAct<Input>(act: {
  usage: string;
  /** The positional arguments, in order. */
  names: readonly string[];
  options?: ParseArgsConfig["options"];
  schema: z.ZodType<Input>;
  run: (actor: Actor, input: Input, now: Date) => Promise<string>;
}): Promise<void> {
  return runCommandLine(async (args) => {
    const typed = readArguments(args, act.names, act.options);
    if (!typed) return say(2, act.usage);
    const parsed = act.schema.safeParse(typed.values);
    if (!parsed.success) {
      return say(2, [...parsed.error.issues.map(({ message }) => message), act.usage].join("\n"));
    }
    const actor = typed.as === undefined ? MACHINE : await findCommandLineActor(typed.as);
    if (!actor) return say(1, `Nobody here is known as ${typed.as}.`);
    try {
      console.log(await act.run(actor, parsed.data, new Date()));
      return 0;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // What acts find missing they name themselves; not found without a name means not allowed.
      const isRole = error.kind === "not-found" && typed.as !== undefined;
      return say(1, isRole ? `${typed.as} may not do this. Ask an administrator.` : error.message);
    }
  });
}

function readArguments(
  args: string[],
  names: readonly string[],
  options: ParseArgsConfig["options"],
): { values: Record<string, unknown>; as: string | undefined } | null {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { ...options, as: { type: "string" } },
    });
    if (positionals.length > names.length) return null;
    const named = names.map((name, place) => [name, positionals[place]] as const);
    const { as, ...others } = values;
    return {
      values: { ...Object.fromEntries(named), ...others },
      as: typeof as === "string" ? as : undefined,
    };
  } catch {
    return null;
  }
}

function say(exitCode: number, words: string): number {
  console.error(words);
  return exitCode;
}
