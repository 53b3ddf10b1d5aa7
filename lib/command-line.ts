import { db } from "@/lib/db";
import { openEnvironment } from "@/lib/env";
import { SetupError } from "@/lib/setup-error";
import { openDatabase } from "@/prisma/open-database";

/** Runs one command-line act on the database at hand and leaves with the exit code it returns.
 * Its words of failure are its own; what it throws is a fault of ours or of the machine. */
export async function runCommandLine(act: (args: string[]) => Promise<number>) {
  try {
    openEnvironment({ unlessSaid: "development" });
    const database = await openDatabase(console.error);
    const leave = async () => {
      await db.$disconnect();
      await database.release();
    };
    // Interrupted, what isn't committed is rolled back, and our server still gets stopped.
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => void leave().finally(() => process.exit(130)));
    }
    process.exitCode = await act(process.argv.slice(2)).finally(leave);
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exitCode = 1;
  }
}
