import { searchMembers } from "@/lib/directory/queries";
import { importText } from "@/prisma/seed/import-text";
import { largeMembers } from "@/prisma/seed/large-files";

// Says how many milliseconds the slowest of some searches among 200,000 members takes (each the
// median of its tries). A process of its own: queries are server-only.

const TYPED = [
  "",
  "m",
  "an",
  "okaf",
  "angstrom",
  "jose garcia",
  "L123456",
  "member77@",
  "zzz",
  "é",
  "obrien",
  "CR-0123456789ABCDEF",
];
const TRIES = 9;

await importText("members", largeMembers(), new Date());
let slowest = 0;
for (const typed of TYPED) {
  const took: number[] = [];
  for (let n = 0; n < TRIES; n += 1) {
    const start = performance.now();
    await searchMembers(typed, null);
    took.push(performance.now() - start);
  }
  const median = took.sort((a, b) => a - b)[Math.floor(TRIES / 2)] ?? Number.NaN;
  console.error(`search "${typed}": ${median.toFixed(1)} ms`);
  slowest = Math.max(slowest, median);
}
console.log(slowest);
process.exit(0);
