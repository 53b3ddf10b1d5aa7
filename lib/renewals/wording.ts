import { yearsOf } from "@/lib/invoices/rules";

type Named = { called: { code: string }; startsOn: string; endsOn: string };

/** "CAM", "CAM and CALP", "CAM, CALP and CAS" */
export function credentialsOf(cycles: readonly Named[]): string {
  return listed([...new Set(cycles.map(({ called }) => called.code))]);
}

/** What it is renewed for: "2027", "2024–2026" */
export function periodOf(cycles: readonly Named[]): string {
  return listed([...new Set(cycles.map(({ startsOn, endsOn }) => yearsOf(startsOn, endsOn)))]);
}

/** "a", "a and b", "a, b and c" */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
