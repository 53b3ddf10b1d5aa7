import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { dateOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import type { Actor } from "@/lib/members/rules";
import type { AddProgram, NameProgram } from "@/lib/program-names/schema";
import { lockProgram } from "@/lib/programs/commands";
import { may } from "@/lib/roles/rules";
import { refusingTaken } from "@/lib/taken";

/** From when a program's first name holds: cycles before it was entered here are called so, too. */
const THE_BEGINNING = "1900-01-01";

/** Adds a program under a code and name that no other ever had; its rules come as versions. */
export async function addProgram(actor: Actor, { code, name }: AddProgram, now: Date) {
  if (!may(actor, "change programs")) throw notFoundError();
  const named = { code, name, fromOn: THE_BEGINNING };
  const taken = "A program has or had this code already. Choose another.";
  await refusingTaken(new DomainError("conflict", taken, "code"), () =>
    db.$transaction(async (tx) => {
      await tx.program.create({ data: { code }, select: { code: true } });
      const data = { ...named, programCode: code, fromOn: dateOf(THE_BEGINNING) };
      await tx.programName.create({ data, select: { code: true } });
      const told = { act: "added a program", subject: "program", subjectId: code };
      await recordAudit(tx, { actor, ...told, facts: { names: [named] } }, now);
    }),
  );
}

/** Gives a program a name from a date on, with a code of its own; every code leads to the program. */
export async function nameProgram(actor: Actor, { programCode, ...name }: NameProgram, now: Date) {
  if (!may(actor, "change programs")) throw notFoundError();
  const taken =
    "A program has this code already, or this one has a name from that date. Change the code or the date.";
  await refusingTaken(new DomainError("conflict", taken, "code"), () =>
    db.$transaction(async (tx) => {
      await lockProgram(tx, programCode);
      const data = { ...name, programCode, fromOn: dateOf(name.fromOn) };
      await tx.programName.create({ data, select: { code: true } });
      const told = { act: "named a program", subject: "program", subjectId: programCode };
      await recordAudit(tx, { actor, ...told, facts: { names: [name] } }, now);
    }),
  );
}
