import { type Day, formatLongDay } from "@/lib/calendar";
import type { Size } from "@/lib/credit-audit-selections/rules";

type Criteria = { programCode: string | null; dueFrom: Day | null; dueTo: Day | null };

/** "Renewals of CAM, due from 1 January 2027 to 31 December 2027" */
export function populationWords({ programCode, dueFrom, dueTo }: Criteria): string {
  const of = programCode ? `Renewals of ${programCode}` : "Renewals of all programs";
  const from = dueFrom ? ` from ${formatLongDay(dueFrom)}` : "";
  const to = dueTo ? ` to ${formatLongDay(dueTo)}` : "";
  return from || to ? `${of}, due${from}${to}` : `${of}, whenever due`;
}

/** "5 percent", "20 renewals" */
export function sizeWords({ size, unit }: Size): string {
  if (unit === "percent") return `${size} percent`;
  return renewalsWords(size);
}

/** "1 renewal", "20 renewals" */
export function renewalsWords(count: number): string {
  return count === 1 ? "1 renewal" : `${count} renewals`;
}
