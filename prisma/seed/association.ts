import { addDays } from "date-fns";
import { type Day, dateOf, dayOf } from "@/lib/calendar";

/** The demo's association. */
export const SETTINGS = {
  associationName: "American Institute of Ultrasound in Medicine",
  shortName: "AIUM",
  timeZone: "America/New_York",
  paper: "Letter",
  creditsEmail: "learn@aium.org",
  membershipEmail: "membership@aium.org",
  signatoryName: "Jordan Whitfield, MD",
  signatoryTitle: "Chair, Education Committee",
  moveOn: "2025-02-22",
} as const;

type DemoEvent = {
  code: string;
  title: string;
  type: string;
  format: string;
  zone: string;
  place: string;
  /** Days from today. */
  from: number;
  days: { title: string; starts: string; ends: string; maximum: string }[];
  /** Also approved for sonographers. */
  sdms?: boolean;
};

const day = (title: string, maximum: string, ends = "17:00") => ({
  title,
  starts: "08:00",
  ends,
  maximum,
});

/** Events in every state that a claim can be in. */
export const EVENTS: readonly DemoEvent[] = [
  {
    code: "DEMO-WINTER",
    title: "Winter Symposium",
    type: "Live event",
    format: "live activity",
    zone: "Europe/Berlin",
    place: "Berlin",
    from: 14,
    days: [day("Day 1", "6.50"), day("Day 2", "6.50"), day("Closing day", "4.00", "16:00")],
  },
  {
    code: "DEMO-RUNNING",
    title: "Vascular Ultrasound Course",
    type: "Live event",
    format: "live activity",
    zone: "America/Denver",
    place: "Denver, Colorado",
    from: -1,
    days: [day("Day 1", "7.00"), day("Day 2", "7.00"), day("Day 3", "4.00", "12:30")],
  },
  {
    code: "DEMO-THYROID",
    title: "Thyroid Workshop",
    type: "Live event",
    format: "live activity",
    zone: "America/Chicago",
    place: "Chicago, Illinois",
    from: -6,
    days: [day("Theory", "6.50"), day("Practice", "6.00")],
  },
  {
    code: "DEMO-BREAST",
    title: "Breast Ultrasound Seminar",
    type: "Live event",
    format: "live activity",
    zone: "America/New_York",
    place: "Baltimore, Maryland",
    from: -9,
    days: [day("Seminar", "6.00"), day("Scanning session", "4.00", "13:00")],
  },
  {
    code: "DEMO-JOURNAL",
    title: "Journal of Ultrasound: Article of the Month",
    type: "Journal",
    format: "journal-based CME activity",
    zone: "UTC",
    place: "",
    from: -18,
    days: [day("", "1.00", "23:59")],
  },
  {
    code: "DEMO-ANNUAL",
    title: "Annual Convention",
    type: "Live event",
    format: "live activity",
    zone: "America/Chicago",
    place: "New Orleans, Louisiana",
    from: -40,
    days: [day("Pre-convention", "7.00"), day("Day 1", "8.25"), day("Day 2", "8.25", "12:30")],
    sdms: true,
  },
  {
    code: "DEMO-WEBINAR",
    title: "Point-of-Care Ultrasound Webinar",
    type: "Online course",
    format: "internet live activity",
    zone: "UTC",
    place: "",
    from: -75,
    days: [day("Webinar", "1.00", "23:59")],
  },
  {
    code: "DEMO-MSK",
    title: "Musculoskeletal Hands-on Workshop",
    type: "Live event",
    format: "live activity",
    zone: "Europe/Berlin",
    place: "Berlin",
    from: -100,
    days: [
      day("Theory", "6.50"),
      day("Practice", "6.00", "16:00"),
      day("Extra day", "4.00", "13:00"),
    ],
  },
  {
    code: "DEMO-OBSTETRIC",
    title: "Obstetric Ultrasound Course",
    type: "Live event",
    format: "live activity",
    zone: "America/Los_Angeles",
    place: "San Diego, California",
    from: -150,
    days: [day("Day 1", "7.50"), day("Day 2", "7.50")],
  },
  {
    code: "DEMO-ULTRACON",
    title: "UltraCon",
    type: "Live event",
    format: "live activity",
    zone: "America/New_York",
    place: "Orlando, Florida",
    from: -235,
    days: [
      day("Pre-convention courses", "7.00"),
      day("Day 1", "7.25", "18:00"),
      day("Day 2", "7.25", "18:00"),
      day("Closing day", "4.00", "12:30"),
    ],
  },
];

/** The date of an event's nth day. */
export function dayOfEvent(event: DemoEvent, nth: number, today: Day): Day {
  return dayOf(addDays(dateOf(today), event.from + nth));
}

export function eventOf(code: string): DemoEvent {
  const event = EVENTS.find((each) => each.code === code);
  if (!event) throw new Error(`There is no demo event ${code}.`);
  return event;
}
