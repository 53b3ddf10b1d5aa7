import "server-only";
import { type Decided, stateOfRequest, subjectOf } from "@/lib/correction-requests/rules";
import type { Queue } from "@/lib/correction-requests/schema";
import { db, type Tx } from "@/lib/db";
import { isId } from "@/lib/ids";
import { fullName } from "@/lib/members/rules";
import { earlierThan, laterThan } from "@/lib/page-after";
import type { Prisma } from "@/prisma/generated/client";

const REQUESTS_A_PAGE = 20;

const person = { select: { firstName: true, lastName: true } } as const;

const subjectSelect = {
  certificateNumber: true,
  registration: { select: { id: true, event: { select: { id: true, title: true, code: true } } } },
  entry: { select: { id: true, title: true, earnedOn: true, credits: true } },
  renewal: {
    select: {
      id: true,
      certificate: {
        select: {
          versions: { orderBy: { version: "desc" }, take: 1, select: { facts: true } },
        },
      },
    },
  },
} satisfies Prisma.CorrectionRequestSelect;

const requestSelect = {
  id: true,
  message: true,
  requestedAt: true,
  decidedAt: true,
  decision: true,
  decisionNote: true,
  decidedBy: person,
  ...subjectSelect,
  member: {
    select: {
      id: true,
      firstName: true,
      lastName: true,
      memberNumber: true,
      email: true,
      retiredAt: true,
    },
  },
} satisfies Prisma.CorrectionRequestSelect;

/** One request with what its mails say; of this member's own where one is named. */
export async function findRequest(id: string, memberId: string | null, tx: Tx = db) {
  if (!isId(id)) return null;
  return tx.correctionRequest.findFirst({
    relationLoadStrategy: "join",
    where: { id, ...(memberId !== null && { memberId }) },
    select: requestSelect,
  });
}

export type FoundRequest = NonNullable<Awaited<ReturnType<typeof findRequest>>>;

/** The same with its notes, and what was corrected on it. */
export async function findThread(id: string, memberId: string | null) {
  if (!isId(id)) return null;
  return db.correctionRequest.findFirst({
    relationLoadStrategy: "join",
    where: { id, ...(memberId !== null && { memberId }) },
    select: {
      ...requestSelect,
      notes: {
        orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
        select: { id: true, text: true, writtenAt: true, authorId: true, author: person },
      },
      corrections: {
        orderBy: { id: "asc" },
        select: {
          id: true,
          oldCredits: true,
          newCredits: true,
          claimDay: {
            select: { registrationDay: { select: { eventDay: { select: { day: true } } } } },
          },
        },
      },
      entryCorrections: { select: { entryId: true, entry: { select: { replacesId: true } } } },
    },
  });
}

export type Thread = NonNullable<Awaited<ReturnType<typeof findThread>>>;

/** The request about a claim, an entry or a renewal that waits for its decision; null: there is none. */
export function findOpenRequest(
  subject: { registrationId: string } | { entryId: string } | { renewalId: string },
  tx: Tx = db,
) {
  return tx.correctionRequest.findFirst({
    where: { ...subject, decidedAt: null },
    select: { id: true, message: true, requestedAt: true, memberId: true },
  });
}

/** What a member asked staff to correct, the latest first. */
export async function listRequestsOf(memberId: string) {
  const found = await db.correctionRequest.findMany({
    relationLoadStrategy: "join",
    where: { memberId },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    select: { id: true, message: true, requestedAt: true, decision: true, ...subjectSelect },
  });
  return found.map((request) => ({
    ...request,
    ...subjectOf(request),
    state: stateOfRequest(request),
  }));
}

/** A page of the desk's queue: open ones by when they were asked, decided ones by their decision. */
export async function listQueue({ state, sort, after }: Queue) {
  const last = after
    ? await db.correctionRequest.findUnique({
        where: { id: after },
        select: { id: true, requestedAt: true, decidedAt: true },
      })
    : null;
  const isOpen = state === "open";
  const isOldest = (sort ?? (isOpen ? "oldest" : "newest")) === "oldest";
  const [past, way] = isOldest ? ([laterThan, "asc"] as const) : ([earlierThan, "desc"] as const);
  const column = isOpen ? "requestedAt" : "decidedAt";
  const at = last?.[column];
  const found = await db.correctionRequest.findMany({
    relationLoadStrategy: "join",
    where: {
      decidedAt: isOpen ? null : { not: null },
      // A page goes on where it stopped, whatever happened to its last row meanwhile.
      AND: last && at ? past(column, { at, id: last.id }) : {},
    },
    orderBy: [{ [column]: way }, { id: way }],
    take: REQUESTS_A_PAGE + 1,
    select: { ...requestSelect, _count: { select: { notes: true } } },
  });
  const page = found.slice(0, REQUESTS_A_PAGE);
  const next = found.length > REQUESTS_A_PAGE ? (page.at(-1)?.id ?? null) : null;
  return { requests: page.map(({ _count, ...request }) => listed(request, _count.notes)), next };
}

function listed(request: FoundRequest & Decided, notes: number) {
  const { member } = request;
  return {
    ...request,
    ...subjectOf(request),
    member: fullName(member),
    memberNumber: member.memberNumber,
    notes,
  };
}

/** The open requests before and after this one, for going through them. */
export async function findNeighbours({ id, requestedAt }: { id: string; requestedAt: Date }) {
  const select = { id: true } as const;
  const [previous, next] = await Promise.all([
    db.correctionRequest.findFirst({
      where: {
        decidedAt: null,
        OR: [{ requestedAt: { lt: requestedAt } }, { requestedAt, id: { lt: id } }],
      },
      orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
      select,
    }),
    db.correctionRequest.findFirst({
      where: { decidedAt: null, ...laterThan("requestedAt", { at: requestedAt, id }) },
      orderBy: [{ requestedAt: "asc" }, { id: "asc" }],
      select,
    }),
  ]);
  return { previous: previous?.id ?? null, next: next?.id ?? null };
}
