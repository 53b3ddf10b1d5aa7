import { type Day, dateOf } from "@/lib/calendar";
import { dayOfEvent, EVENTS, eventOf } from "./association";

// The demo comes in through the same door as any association: import files.

const PROVIDER_STATEMENT =
  "{provider} is accredited by the Accreditation Council for Continuing Medical Education (ACCME) to provide continuing medical education for physicians.";
const FOR_PHYSICIANS =
  "{provider} designates this {format} for a maximum of {maximum} AMA PRA Category 1 Credit(s)™. Physicians should claim only the credit commensurate with the extent of their participation in the activity.";
const FOR_OTHERS = "This {format} was designated for {maximum} AMA PRA Category 1 Credit(s)™.";

export type Place = {
  event: string;
  memberNumber: string;
  /** Which of the event's days, from 0; all when absent. */
  days?: readonly number[];
  source?: "online" | "onsite";
};

export function eventsFile(today: Day): string {
  return csv(
    [
      "event_code",
      "title",
      "activity_type",
      "learning_format",
      "time_zone",
      "place",
      "credit_type",
      "accreditation_statement",
    ],
    EVENTS.map((event) => [
      event.code,
      `${event.title} ${dayOfEvent(event, 0, today).slice(0, 4)}`,
      event.type,
      event.format,
      event.zone,
      event.place,
      "AMA PRA Category 1",
      PROVIDER_STATEMENT,
    ]),
  );
}

export function eventDaysFile(today: Day): string {
  return csv(
    ["event_code", "day", "title", "starts", "ends", "maximum_credits"],
    EVENTS.flatMap((event) =>
      event.days.map(({ title, starts, ends, maximum }, nth) => [
        event.code,
        dayOfEvent(event, nth, today),
        title,
        starts,
        ends,
        maximum,
      ]),
    ),
  );
}

export function designationsFile(): string {
  return csv(
    ["event_code", "credit_type", "audience", "maximum_credits", "approval_number", "statement"],
    EVENTS.flatMap((event) => {
      const maximum = event.days.reduce((sum, day) => sum + Number(day.maximum), 0).toFixed(2);
      const ama = [
        [event.code, "AMA PRA Category 1", "physicians", maximum, "", FOR_PHYSICIANS],
        [event.code, "AMA PRA Category 1", "others", maximum, "", FOR_OTHERS],
      ];
      const number = `SDMS-${event.code}`;
      const sdms = [
        event.code,
        "SDMS CME",
        "others",
        maximum,
        number,
        "Approved by the registry under {approval_number}.",
      ];
      return event.sdms ? [...ama, sdms] : ama;
    }),
  );
}

export function registrationsFile(places: readonly Place[], today: Day): string {
  return csv(
    ["registration_number", "event_code", "member_number", "days", "source", "registered_at"],
    places.map(({ event: code, memberNumber, days, source = "online" }) => {
      const event = eventOf(code);
      const nths = days ?? event.days.map((_, nth) => nth);
      const registeredAt = dateOf(dayOfEvent(event, -30, today)).toISOString();
      return [
        `${code}-${memberNumber}`,
        code,
        memberNumber,
        nths.map((nth) => dayOfEvent(event, nth, today)).join(";"),
        source,
        registeredAt,
      ];
    }),
  );
}

/** Staff are people of the association too. */
export function staffFile(): string {
  return csv(
    [
      "member_number",
      "username",
      "email",
      "first_name",
      "last_name",
      "suffix",
      "profession",
      "birth_month_day",
      "licence_state",
      "reporting_consent",
      "status",
    ],
    [
      ["S001", "sam", "staff@example.org", "Sam", "Coordinator", "", "", "", "", "", "active"],
      ["S002", "admin", "admin@example.org", "Alex", "Administrator", "", "", "", "", "", "active"],
      ["S003", "robin", "officer@example.org", "Robin", "Officer", "", "", "", "", "", "active"],
    ],
  );
}

export function csv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `${[header, ...rows].map((row) => row.map(quoted).join(",")).join("\n")}\n`;
}
