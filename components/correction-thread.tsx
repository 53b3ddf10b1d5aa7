import { formatInstant } from "@/lib/calendar";
import { fullName } from "@/lib/members/rules";

type Note = {
  id: string;
  text: string;
  writtenAt: Date;
  authorId: string;
  author: { firstName: string; lastName: string };
};

/** What was asked, and what both sides wrote about it since. */
export function CorrectionThread({
  request,
  reader,
  timeZone,
}: {
  request: {
    id: string;
    message: string;
    requestedAt: Date;
    member: { id: string; firstName: string; lastName: string };
    notes: readonly Note[];
  };
  /** Who reads is "You". */
  reader: string;
  timeZone: string;
}) {
  const { id, message, requestedAt, member, notes } = request;
  const asked = { id, text: message, writtenAt: requestedAt, authorId: member.id, author: member };
  return (
    <section className="flex flex-col gap-3">
      <h2>What was written</h2>
      <ol className="flex flex-col gap-3">
        {[asked, ...notes].map(({ id: key, text, writtenAt, authorId, author }) => (
          <li key={key} className="measure border-s-2 border-edge ps-4">
            <p className="text-note text-muted">
              {`${authorId === reader ? "You" : fullName(author)}, ${formatInstant(writtenAt, timeZone)}`}
            </p>
            <p className="wrap-anywhere whitespace-pre-wrap">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
