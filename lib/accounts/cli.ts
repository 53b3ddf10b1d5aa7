import { parseArgs } from "node:util";
import { runCommandLine } from "@/lib/command-line";
import { DomainError } from "@/lib/errors";
import { findCommandLineActor } from "@/lib/members/queries";
import type { Actor } from "@/lib/members/rules";
import { grantRole } from "@/lib/roles/commands";
import { grantSchema } from "@/lib/roles/schema";

const USAGE = `Usage: npm run grant -- EMAIL ROLE [OFFICE] [--as EMAIL]
ROLE is staff, administrator or local_office; OFFICE is the name of the local office.`;

const MACHINE: Actor = { memberId: null, door: "command line", roles: [] };

/** 0: granted, or held already; 1: refused; 2: not understood. */
await runCommandLine(async (args) => {
  const typed = read(args);
  if (!typed) return misunderstood([]);
  const parsed = grantSchema.safeParse(typed);
  if (!parsed.success) return misunderstood(parsed.error.issues.map(({ message }) => message));
  const actor = typed.as === undefined ? MACHINE : await findCommandLineActor(typed.as);
  if (!actor) return refuse(`Nobody here is known as ${typed.as}.`);
  try {
    const { madeAccount, heldAlready } = await grantRole(actor, parsed.data, new Date());
    const { email, role, office } = parsed.data;
    const what = office ? `${role} for ${office}` : role;
    if (madeAccount) {
      console.log(
        `A staff account for ${email} was made. Its password is set by Forgot Password?.`,
      );
    }
    console.log(heldAlready ? `${email} is ${what} already.` : `${email} is now ${what}.`);
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return refuse(
      error.kind === "not-found"
        ? `${typed.as} is no administrator, so may not grant roles.`
        : error.message,
    );
  }
});

function read(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { as: { type: "string" } },
      allowPositionals: true,
    });
    const [email, role, office, ...more] = positionals;
    return email && role && more.length === 0 ? { email, role, office, ...values } : null;
  } catch {
    return null;
  }
}

function misunderstood(faults: string[]): number {
  console.error([...faults, USAGE].join("\n"));
  return 2;
}

function refuse(why: string): number {
  console.error(why);
  return 1;
}
