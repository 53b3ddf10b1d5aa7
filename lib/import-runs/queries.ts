import "server-only";
import { db } from "@/lib/db";
import { isId } from "@/lib/ids";
import { stateOf } from "@/lib/import-runs/rules";
import { fullName } from "@/lib/members/rules";

const RUNS_A_PAGE = 25;
const REMARKS_SHOWN = 200;

const runSelect = {
  id: true,
  kind: true,
  fileName: true,
  size: true,
  uploadedAt: true,
  arrivedAt: true,
  step: true,
  checkedAt: true,
  confirmedAt: true,
  appliedAt: true,
  failedAt: true,
  refusals: true,
  rows: true,
  added: true,
  changed: true,
  uploadedBy: { select: { firstName: true, lastName: true } },
  confirmedBy: { select: { firstName: true, lastName: true } },
} as const;

/** A page of the files that were uploaded, the latest first; `after` is the last of the page before. */
export async function listRuns(after: string | null) {
  const found = await db.importRun.findMany({
    relationLoadStrategy: "join",
    orderBy: { id: "desc" },
    ...(after && { cursor: { id: after }, skip: 1 }),
    take: RUNS_A_PAGE + 1,
    select: runSelect,
  });
  const runs = found.slice(0, RUNS_A_PAGE).map(withWords);
  return { runs, next: found.length > RUNS_A_PAGE ? (runs.at(-1)?.id ?? null) : null };
}

/** One file with the first of what was said of its lines; null when there is none. */
export async function findRun(id: string) {
  if (!isId(id)) return null;
  const found = await db.importRun.findUnique({
    relationLoadStrategy: "join",
    where: { id },
    select: {
      ...runSelect,
      remarks: {
        orderBy: { position: "asc" },
        take: REMARKS_SHOWN + 1,
        select: { position: true, line: true, column: true, sentence: true },
      },
    },
  });
  if (!found) return null;
  const { remarks, ...run } = found;
  return {
    ...withWords(run),
    remarks: remarks.slice(0, REMARKS_SHOWN),
    hasMoreRemarks: remarks.length > REMARKS_SHOWN,
  };
}

export type FoundRun = NonNullable<Awaited<ReturnType<typeof findRun>>>;

/** All that was kept of what was said of a file's lines. */
export function listRemarks(runId: string) {
  return db.importRemark.findMany({
    where: { runId },
    orderBy: { position: "asc" },
    select: { line: true, column: true, sentence: true },
  });
}

type Found = Parameters<typeof stateOf>[0] & {
  uploadedBy: { firstName: string; lastName: string };
  confirmedBy: { firstName: string; lastName: string } | null;
};

function withWords<Run extends Found>(run: Run) {
  const { uploadedBy, confirmedBy, ...rest } = run;
  return {
    ...rest,
    state: stateOf(run),
    uploader: fullName(uploadedBy),
    confirmer: confirmedBy && fullName(confirmedBy),
  };
}
