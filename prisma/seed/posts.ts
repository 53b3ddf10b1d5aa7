import { type Day, dateOf, dayOf } from "@/lib/calendar";
import { csv } from "./files";
import { PROPERTY } from "./record";

/** Classes of an hour, in the order in which the local association holds them through a year. */
const CLASSES = [
  "Fair Housing and Beyond",
  "Legal Responsibilities",
  "Resident Experience",
  "Property Maintenance for Managers",
  "Financial Management",
  "Risk Management",
  "Market Analysis",
  "Managing People",
];

/** How many of them each property manager took this year. */
const TAKEN: Record<string, number> = {
  [PROPERTY.deShawn]: 5,
  [PROPERTY.chloe]: 4,
  [PROPERTY.olivia]: 6,
  [PROPERTY.noah]: 5,
  [PROPERTY.liam]: 2,
};

/** A day of this year: 0 is its first, 1 is today. */
export function dayOfYear(today: Day, part: number): Day {
  const first = dateOf(`${today.slice(0, 4)}-01-01`).getTime();
  return dayOf(new Date(first + Math.floor(part * (dateOf(today).getTime() - first))));
}

/** What the provider posted after each half of the classes, with the day on which it did. */
export function postFiles(today: Day): { day: Day; text: string }[] {
  const half = CLASSES.length / 2;
  return [CLASSES.slice(0, half), CLASSES.slice(half)].map((classes) => {
    const rows = classes.flatMap((course) => postsOf(course, today));
    return { day: rows.at(-1)?.at(DAY) ?? today, text: csv(HEADER, rows) };
  });
}

const HEADER = [
  ...["post_id", "provider", "member_number", "date_earned", "format", "credits"],
  ...["credit_type", "course_number", "course_name"],
];
const DAY = HEADER.indexOf("date_earned");

function postsOf(course: string, today: Day): string[][] {
  const nth = CLASSES.indexOf(course);
  const day = dayOfYear(today, (nth + 1) / (CLASSES.length + 1));
  const number = `NAA-${101 + nth}`;
  const present = Object.keys(TAKEN).filter((member) => nth < (TAKEN[member] ?? 0));
  return present.map((member) => [
    ...[`${day}-${number}-${member}`, "Northern Apartment Association", member, day],
    ...["Live course", "1.00", "CEC", number, course],
  ]);
}
