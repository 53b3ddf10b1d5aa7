"use client";

import { CalendarDays } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/button";
import { Field } from "@/components/field";
import { useIsLive } from "@/components/use-is-live";
import { type Day, formatDays } from "@/lib/calendar";
import type { FormState } from "@/lib/form-state";
import { type ActiveWindow, dayTyped, refusalOfDate, wordsForWindows } from "@/lib/reports/dates";

const Calendar = dynamic(() => import("./day-calendar").then(({ DayCalendar }) => DayCalendar), {
  ssr: false,
});

/** Date Earned, typed or picked. */
export function DateField({
  state,
  windows,
  today,
  onPick,
}: {
  state: FormState;
  windows: readonly ActiveWindow[];
  today: Day;
  onPick: () => void;
}) {
  const here = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState(state.values?.earnedOn ?? "");
  const [isTouched, setIsTouched] = useState(false);
  const isLive = useIsLive();
  const day = dayTyped(typed);
  const refusal = day && refusalOfDate(day, windows, today);
  const wrong = (isTouched ? null : state.errors?.earnedOn) ?? refusal ?? undefined;

  function write(text: string) {
    setTyped(text);
    setIsTouched(true);
  }

  function pick(picked: Day) {
    const field = here.current?.querySelector("input");
    if (field) field.value = formatDays(picked, picked);
    write(picked);
    close();
    onPick();
  }

  function close() {
    setIsOpen(false);
    opener.current?.focus();
  }

  useEffect(() => {
    if (!isOpen) return;
    function closeOnEscape({ key }: KeyboardEvent) {
      if (key !== "Escape") return;
      setIsOpen(false);
      opener.current?.focus();
    }
    document.addEventListener("keydown", closeOnEscape);
    return () => document.removeEventListener("keydown", closeOnEscape);
  }, [isOpen]);

  return (
    <div ref={here} className="flex flex-col gap-2">
      <Field
        name="earnedOn"
        label="Date Earned"
        description="Such as 3/14/2026 (month first), 14 Mar 2026 or 2026-03-14."
        width="date"
        autoComplete="off"
        required
        state={state}
        error={wrong}
        onChange={(event) => write(event.target.value)}
      />
      {isLive ? (
        <Button
          ref={opener}
          size="compact"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          className="self-start"
        >
          <CalendarDays aria-hidden="true" className="size-4" />
          {isOpen ? "Close the calendar" : "Choose from a calendar"}
        </Button>
      ) : null}
      {isOpen ? (
        <Calendar selected={day} windows={windows} today={today} onPick={pick} />
      ) : (
        <p className="measure text-body text-muted">{wordsForWindows(windows)}</p>
      )}
    </div>
  );
}
