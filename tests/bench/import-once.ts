import { importPath } from "@/tests/support/imports";

// Imports one file (KIND FILE) and says how many seconds that took. A process of its own: commands
// are server-only, and the other benchmarks don't run in that condition.

const [kind = "", path = ""] = process.argv.slice(2);
const start = performance.now();
const { refusals } = await importPath(kind, path);
if (refusals > 0) throw new Error(`The import of ${kind} was refused.`);
console.log((performance.now() - start) / 1000);
