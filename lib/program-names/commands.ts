import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { dateOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import type { Actor } from "@/lib/members/rules";
import type { NameProgram } from "@/lib/program-names/schema";
import { lockProgram } from "@/lib/programs/commands";
import { may } from "@/lib/roles/rules";
import { Prisma } from "@/prisma/generated/client";

/** Gives a program a name from a date on, with a code of its own; every code leads to the program. */
export async function nameProgram(actor: Actor, { programCode, ...name }: NameProgram, now: Date) {
  if (!may(actor, "change programs")) throw notFoundError();
  try {
    await db.$transaction(async (tx) => {
      await lockProgram(tx, programCode);
      const data = { ...name, programCode, fromOn: dateOf(name.fromOn) };
      await tx.programName.create({ data, select: { code: true } });
      const told = { act: "named a program", subject: "program", subjectId: programCode };
      await recordAudit(tx, { actor, ...told, facts: { names: [name] } }, now);
    });
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002")
      throw error;
    throw new DomainError(
      "conflict",
      "A program has this code already, or this one has a name from that date. Change the code or the date.",
      "code",
    );
  }
}
