import { readFile } from "node:fs/promises";
import { z } from "zod";
import { DomainError } from "@/lib/errors";
import { loadPrograms } from "@/lib/programs/commands";
import { programsFileSchema } from "@/lib/programs/schema";
import { runStaffAct } from "@/lib/staff-act";

await runStaffAct({
  usage:
    "Usage: npm run programs -- FILE [--as EMAIL]\nFILE is such as prisma/seed/programs/acsm.json.",
  names: ["file"],
  schema: z.object({ file: z.string("Name the data file.") }),
  run: async (actor, { file }, now) => {
    const programs = await readPrograms(file);
    await loadPrograms(actor, programs, now);
    return `Loaded ${programs.map(({ code }) => code).join(", ")}.`;
  },
});

async function readPrograms(file: string) {
  const text = await readFile(file, "utf8").catch(() => {
    throw new DomainError(
      "invalid",
      `${file} can't be read. Check its name, and that you may read it.`,
    );
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new DomainError(
      "invalid",
      `${file} is no JSON. Correct it, or take the file as it was delivered.`,
    );
  }
  const parsed = programsFileSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new DomainError("invalid", `${file}:\n${z.prettifyError(parsed.error)}`);
}
