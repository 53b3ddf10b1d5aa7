import { type Day, shiftDay } from "@/lib/calendar";
import { SETTINGS } from "./association";
import { csv } from "./files";

export const GRACE = "700240";
const MATEO = "700247";

/** Who holds credentials for property, and renews every year. */
export const PROPERTY = {
  chloe: "700226",
  deShawn: "700233",
  olivia: "700254",
  noah: "700261",
  mia: "700282",
  liam: "700289",
} as const;

const DESHAWN = PROPERTY.deShawn;

const PROVIDERS = [
  ["American College of Sports Medicine", "yes"],
  ["National Academy of Exercise Science", ""],
  ["Springfield University", ""],
  ["Northern Apartment Association", "yes"],
] as const;

export function providersFile(): string {
  return csv(["provider", "in_network"], PROVIDERS);
}

/** What the demo's trainers and its property managers hold in the year that it is loaded. */
export function certificationsFile(today: Day): string {
  const year = Number(today.slice(0, 4));
  const held = (member: string, program: string, from: number, to: number) => [
    ...[member, program, `${from}-01-01`, `${to}-12-31`],
  ];
  const ofYear = (member: string, program: string) => held(member, program, year, year);
  return csv(
    ["member_number", "program", "cycle_start", "cycle_end"],
    [
      held(GRACE, "ACSM-CPT", year - 2, year),
      held(MATEO, "ACSM-CEP", year - 2, year),
      held(MATEO, "ACSM-EP", year - 1, year + 1),
      ofYear(PROPERTY.deShawn, "CAM"),
      ofYear(PROPERTY.deShawn, "CALP"),
      ofYear(PROPERTY.chloe, "CAM"),
      ofYear(PROPERTY.olivia, "CAPS"),
      ofYear(PROPERTY.noah, "CAS"),
      ofYear(PROPERTY.noah, "AIME"),
      ofYear(PROPERTY.mia, "CAMT"),
      ofYear(PROPERTY.liam, "CALP"),
    ],
  );
}

type Told = [daysAgo: number, format: string, credits: string, course: string, more?: More];
type More = { type?: string; number?: string; provider?: string };

const CPR = { provider: "Other: Red Cross, Springfield Chapter" };
const COLLEGE = { type: "Credit Hour", provider: "Springfield University" };
const ACADEMY = { provider: "National Academy of Exercise Science" };

// Every reason why credit counts, or does not, stands on somebody's dashboard.
const EARNED: Record<string, readonly Told[]> = {
  [GRACE]: [
    [24, "Online course", "1.50", "Motivational Interviewing in Practice", { number: "CEC-8841" }],
    [95, "Teaching", "4.00", "Guest Lecture: Resistance Training"],
    [130, "Teaching", "3.00", "Mentoring New Trainers"],
    [210, "CPR/first aid", "4.00", "Adult CPR and AED", CPR],
    [390, "Conference", "8.00", "Health and Fitness Summit", { number: "SUMMIT" }],
    [640, "Live course", "6.00", "Strength and Conditioning for Older Adults", ACADEMY],
    [700, "Volunteering", "5.50", "Community Health Fair"],
    [1200, "Live course", "10.00", "Foundations of Personal Training"],
  ],
  [MATEO]: [
    [18, "Live course", "6.00", "Exercise Testing and Prescription"],
    [60, "Reading", "2.00", "Medicine and Science in Sports: Self-Tests", { type: "CME" }],
    [61, "Reading", "1.00", "Weekly Newsletter", { type: "None" }],
    [170, "Volunteering", "9.50", "Cardiac Rehabilitation Open Day", CPR],
    [171, "Online course", "2.50", "Advanced Electrocardiography", { number: "ECG-2" }],
    [171, "Online course", "2.50", "ECG, advanced", { number: "ecg-2" }],
    [700, "College course", "30.00", "Pathophysiology", COLLEGE],
    [420, "Teaching", "7.00", "Clinical Practicum", COLLEGE],
    [560, "Conference", "12.00", "Annual Meeting"],
    [650, "Live course", "9.00", "Exercise Is Medicine", ACADEMY],
  ],
  [DESHAWN]: [
    [40, "Live course", "3.00", "Fair Housing", { provider: "Northern Apartment Association" }],
  ],
};

/** Credit entries of an earlier system: what is older than the move was reported on its day. */
export function entriesFile(today: Day): string {
  return csv(
    [
      ...["external_id", "member_number", "date_earned", "date_reported", "format", "credits"],
      ...["credit_type", "course_number", "provider", "course_name"],
    ],
    Object.entries(EARNED).flatMap(([memberNumber, told]) =>
      told.map(([daysAgo, format, credits, course, more = {}], nth) => {
        const earned = shiftDay(today, { days: -daysAgo });
        const reported = earned < SETTINGS.moveOn ? SETTINGS.moveOn : shiftDay(earned, { days: 2 });
        const { type = "CEC", number = "", provider = PROVIDERS[0][0] } = more;
        const key = `DEMO-${memberNumber}-${nth + 1}`;
        return [
          ...[key, memberNumber, earned, reported, format, credits],
          ...[type, number, provider, course],
        ];
      }),
    ),
  );
}
