import { type Day, formatShortDay } from "@/lib/calendar";

/** A day of an event, with what the event calls it. */
export function DayLabel({ day, title }: { day: Day; title: string }) {
  return (
    <>
      <time dateTime={day}>{formatShortDay(day)}</time>
      {title ? <span className="ms-3 font-normal text-muted">{title}</span> : null}
    </>
  );
}
