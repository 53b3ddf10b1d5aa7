import { type Day, shiftDay } from "@/lib/calendar";

export const LARGE = {
  members: 200_000,
  events: 60,
  placesEach: 2,
  holders: 60_000,
  creditsEach: 5,
};

const FIRST =
  "Amara José Søren Siobhán Grace Mateo Ana Zoë Łukasz Nguyễn Chloë Björn María Olu Priya Wei Yuki Fatima Elif Noah".split(
    " ",
  );
const LAST =
  "Okafor García Ångström O'Brien Kim Rossi Müller Kowalski Trần Dvořák Sánchez Haddad Yılmaz Nakamura Patel Chen Johansson Santos Novák Singh".split(
    " ",
  );

const pick = (from: readonly string[], n: number) => from[n % from.length] ?? "";
const number = (n: number) => `L${String(n).padStart(6, "0")}`;

/** A membership as large as the largest association's; nothing is random, so that it can be repeated. */
export function* largeMembers(count = LARGE.members) {
  yield "member_number,username,email,first_name,last_name,suffix,profession,birth_month_day,licence_state,reporting_consent,status,local_office\n";
  for (let n = 0; n < count; n += 1) {
    const [first, last] = [pick(FIRST, n * 7), pick(LAST, Math.floor(n / FIRST.length))];
    const office = `Office ${1 + (n % 40)}`;
    yield `${number(n)},,member${n}@example.net,${first},${last} ${n % 997},,MD,09-06,CA,,${n % 50 ? "active" : "retired"},${office}\n`;
  }
}

export function* largeEvents() {
  yield "event_code,title,activity_type,learning_format,time_zone,place,credit_type,accreditation_statement\n";
  for (let n = 0; n < LARGE.events; n += 1) {
    yield `LARGE-${n},Regional Course ${n},Live event,live activity,America/New_York,,AMA PRA Category 1,\n`;
  }
}

const firstDay = (n: number, today: Day) => shiftDay(today, { days: 7 - 9 * n });

export function* largeEventDays(today: Day) {
  yield "event_code,day,title,starts,ends,maximum_credits\n";
  for (let n = 0; n < LARGE.events; n += 1) {
    for (const days of [0, 1]) {
      yield `LARGE-${n},${shiftDay(firstDay(n, today), { days })},,08:00,17:00,7.00\n`;
    }
  }
}

export function* largeDesignations() {
  yield "event_code,credit_type,audience,maximum_credits,approval_number,statement\n";
  for (let n = 0; n < LARGE.events; n += 1) {
    yield `LARGE-${n},AMA PRA Category 1,physicians,14.00,,{provider} designates this {format} for {maximum} credits.\n`;
  }
}

export function* largeRegistrations(today: Day) {
  yield "registration_number,event_code,member_number,days,source,registered_at\n";
  for (let n = 0; n < LARGE.members * LARGE.placesEach; n += 1) {
    const [member, event] = [Math.floor(n / LARGE.placesEach), (n * 31) % LARGE.events];
    const from = firstDay(event, today);
    const days = `${from};${shiftDay(from, { days: 1 })}`;
    yield `LR${n},LARGE-${event},${number(member)},${days},online,2026-01-05T10:00:00Z\n`;
  }
}

export function* largeCertifications(today: Day) {
  yield "member_number,program,cycle_start,cycle_end\n";
  const year = Number(today.slice(0, 4));
  for (let n = 0; n < LARGE.holders; n += 1) {
    const program = pick(["ACSM-CPT", "ACSM-EP", "ACSM-CEP"], n);
    yield `${number(n)},${program},${year - (n % 3)}-01-01,${year - (n % 3) + 2}-12-31\n`;
  }
}

export function* largeEntries(today: Day) {
  yield "external_id,member_number,date_earned,date_reported,format,credits,credit_type,course_number,provider,course_name\n";
  const formats = ["Live course", "Online course", "Teaching", "Volunteering", "Conference"];
  for (let n = 0; n < LARGE.holders * LARGE.creditsEach; n += 1) {
    const earned = shiftDay(today, { days: -((n * 37) % 900) });
    yield `LE${n},${number(Math.floor(n / LARGE.creditsEach))},${earned},${earned},${pick(formats, n)},${1 + (n % 9)}.00,CEC,,Other: Provider ${n % 300},Course ${n % 5000}\n`;
  }
}
