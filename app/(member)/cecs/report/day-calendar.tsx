"use client";

import { DayButton, DayPicker } from "react-day-picker";
import { type Day, formatLongDay } from "@/lib/calendar";
import { type ActiveWindow, refusalOfDate, wordsForWindows } from "@/lib/reports/dates";

/** A month of days to pick from. A day that cannot be reported cannot be picked, and says why. */
export function DayCalendar({
  selected,
  windows,
  today,
  onPick,
}: {
  selected: Day | null;
  windows: readonly ActiveWindow[];
  today: Day;
  onPick: (day: Day) => void;
}) {
  const firsts = windows.map(({ from }) => from).toSorted();
  const why = (date: Date) => refusalOfDate(dayIn(date), windows, today);
  return (
    <div className="w-fit max-w-full rounded-soft border border-hairline bg-surface p-3 shadow-float">
      <DayPicker
        mode="single"
        autoFocus
        captionLayout="dropdown"
        selected={selected ? dateIn(selected) : undefined}
        defaultMonth={dateIn(selected ?? today)}
        startMonth={dateIn(firsts[0] ?? today)}
        endMonth={dateIn(today)}
        today={dateIn(today)}
        disabled={(date) => why(date) !== null}
        onSelect={(date) => date && onPick(dayIn(date))}
        labels={{
          labelDayButton: (date, { selected: isSelected }) =>
            [formatLongDay(dayIn(date)), isSelected ? "selected" : null, why(date)]
              .filter(Boolean)
              .join(", "),
        }}
        components={{
          DayButton: (button) => (
            <DayButton {...button} title={why(button.day.date) ?? undefined} />
          ),
        }}
        classNames={looks}
      />
      <p className="measure max-w-76 pt-2 text-note text-muted">
        {wordsForWindows(windows)} Days outside, and days to come, cannot be chosen.
      </p>
    </div>
  );
}

/** The picker speaks of midnights where its reader is; a day has no zone. */
function dateIn(day: Day): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date);
}

function dayIn(date: Date): Day {
  const pad = (number: number, length = 2) => String(number).padStart(length, "0");
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

const step =
  "inline-flex size-9 items-center justify-center rounded-soft hover:bg-accent-tint aria-disabled:opacity-40";

const looks = {
  root: "relative",
  months: "relative",
  month_caption: "flex min-h-9 items-center gap-2 pe-20",
  dropdowns: "flex items-center gap-2",
  dropdown_root: "relative rounded-soft border border-edge px-2 py-1 text-body",
  dropdown: "absolute inset-0 w-full cursor-pointer opacity-0",
  caption_label: "inline-flex items-center gap-1",
  chevron: "size-4 fill-current",
  nav: "absolute end-0 top-0 flex",
  button_previous: step,
  button_next: step,
  month_grid: "mt-2 w-full",
  weekday: "h-10 text-note font-normal text-muted",
  day: "p-0 text-center text-body tabular-nums",
  day_button:
    "size-10 rounded-soft hover:bg-accent-tint disabled:text-muted disabled:line-through disabled:hover:bg-transparent",
  selected: "rounded-soft bg-accent text-on-accent [&>button:hover]:bg-accent-deep",
  today: "font-semibold underline",
  outside: "opacity-50",
};
