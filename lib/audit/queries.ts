import "server-only";
import {
  CHAIN_START,
  entryFields,
  faultsOf,
  faultsOfValues,
  type SealRow,
} from "@/lib/audit/rules";
import { db } from "@/lib/db";

const BATCH = 1000;
const entryWithValues = {
  ...entryFields,
  values: { select: { name: true, salt: true, value: true } },
} as const;

export type Verdict = {
  sealed: bigint;
  /** The hash of the newest seal; null: nothing is sealed. */
  head: string | null;
  /** Whether the head that was asked for is in the chain. */
  knows: boolean;
  /** Entries that wait for their seal. */
  unsealed: number;
};

/** Follows the whole chain in batches and tells each fault as it is found. */
export async function verifyAudit(
  knownHead: string | undefined,
  tell: (fault: string) => void,
): Promise<Verdict> {
  let link = { number: 0n, hash: CHAIN_START };
  let sealed = 0n;
  let knows = knownHead === undefined;
  for await (const seal of seals()) {
    for (const fault of faultsOf(link, seal)) tell(fault);
    link = seal;
    sealed += 1n;
    knows ||= seal.hash === knownHead;
  }
  const unsealed = await checkTail(tell);
  return { sealed, head: sealed === 0n ? null : link.hash, knows, unsealed };
}

async function* seals(): AsyncGenerator<SealRow> {
  for (let last = 0n; ; ) {
    const batch = await db.auditSeal.findMany({
      where: { number: { gt: last } },
      orderBy: { number: "asc" },
      take: BATCH,
      select: { number: true, previousHash: true, hash: true, entryId: true },
    });
    // Read apart: a seal whose entry is gone must be found, not left out.
    const entries = await db.auditEntry.findMany({
      where: { id: { in: batch.map(({ entryId }) => entryId) } },
      select: entryWithValues,
    });
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    for (const { entryId, ...seal } of batch) {
      yield { ...seal, entry: byId.get(entryId) ?? null };
      last = seal.number;
    }
    if (batch.length < BATCH) return;
  }
}

/** Checks the values of entries without a seal and counts these entries. */
async function checkTail(tell: (fault: string) => void): Promise<number> {
  let count = 0;
  for (let last = 0n; ; ) {
    const batch = await db.auditEntry.findMany({
      where: { seal: null, sequence: { gt: last } },
      orderBy: { sequence: "asc" },
      take: BATCH,
      select: entryWithValues,
    });
    for (const entry of batch) {
      for (const fault of faultsOfValues(entry)) tell(fault);
      last = entry.sequence;
    }
    count += batch.length;
    if (batch.length < BATCH) return count;
  }
}
