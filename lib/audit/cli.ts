import { verifyAudit } from "@/lib/audit/queries";
import { runCommandLine } from "@/lib/command-line";

const USAGE = `Usage: npm run audit:verify [HEAD]
HEAD is a hash that the worker logged ("the audit log is sealed"): with it, a log that was cut off
or written anew is found out, too.`;

const MOST_FAULTS = 100;

/** 0: the log is whole; 1: it is not; 2: not understood. */
await runCommandLine(async (args) => {
  const [typed, ...others] = args;
  const head = typed?.toLowerCase();
  if (others.length > 0 || (head !== undefined && !/^[0-9a-f]{64}$/.test(head))) {
    console.error(USAGE);
    return 2;
  }
  let faults = 0;
  const verdict = await verifyAudit(head, (fault) => {
    faults += 1;
    if (faults <= MOST_FAULTS) console.log(fault);
  });
  if (faults > MOST_FAULTS) console.log(`… and ${faults - MOST_FAULTS} more that are not shown.`);
  if (!verdict.knows) {
    faults += 1;
    console.log(
      `The head ${head} is not in the chain: what it sealed was removed or written anew.`,
    );
  }
  console.log(
    `${entries(verdict.sealed)} sealed${verdict.head ? `, head ${verdict.head}` : ""}. ` +
      `${entries(verdict.unsealed)} not sealed yet.`,
  );
  console.log(faults === 0 ? "The audit log is whole." : "The audit log was tampered with.");
  return faults === 0 ? 0 : 1;
});

function entries(count: number | bigint): string {
  return Number(count) === 1 ? "1 entry" : `${count} entries`;
}
