import type { Day } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { issueInvoices } from "@/lib/invoices/commands";
import { lockUnattended } from "@/lib/renewals/lock";
import { aCertification, shippedPrograms } from "./a-certification";
import { anAccount } from "./accounts";

/** The first day on which invoices for 2027 are issued, in the morning of Kathmandu. */
export const INVOICED_ON: Day = "2026-11-02";
export const INVOICED_AT = new Date("2026-11-02T06:00:00Z");

/** A renewal for 2027 of a member who holds these credentials of the National Apartment Institute. */
export async function aRenewal(...codes: string[]) {
  await shippedPrograms();
  const member = await anAccount({ password: null });
  for (const code of codes.length > 0 ? codes : ["CAM"]) {
    await aCertification(code, [{ startsOn: "2027-01-01", endsOn: "2027-12-31" }], member.id);
  }
  await issueInvoices(INVOICED_ON, INVOICED_AT);
  const { id } = await db.renewal.findFirstOrThrow({ where: { memberId: member.id } });
  return { id, member };
}

/** Puts a cycle on a renewal that no rules judge: whoever looks at the renewal fails. */
export async function breakRenewal({ id, member }: { id: string; member: { id: string } }) {
  const code = `UNRULED-${id}`;
  const fromOn = new Date("2020-01-01");
  await db.program.create({
    data: { code, names: { create: { code, name: "No rules", fromOn } } },
  });
  const { cycles } = await aCertification(
    code,
    [{ startsOn: "2027-01-01", endsOn: "2027-12-31" }],
    member.id,
  );
  await db.cycle.updateMany({
    where: { id: { in: cycles.map((cycle) => cycle.id) } },
    data: { renewalId: id },
  });
}

/** Does something to a renewal with its lock held. */
export function underLock<T>(renewalId: string, act: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction(async (tx) => {
    await lockUnattended(tx, renewalId);
    return act(tx);
  });
}
