import { db } from "@/lib/db";
import { settleRenewal } from "@/lib/renewals/commands";
import { findRenewal } from "@/lib/renewals/queries";
import { aRenewal, INVOICED_AT, underLock } from "./a-renewal";

/** A renewal of these credentials, CAM unless told, that is renewed and has its certificate. */
export async function aRenewed(...codes: string[]) {
  const renewal = await aRenewal(...codes);
  const { id } = renewal;
  await db.renewal.update({ where: { id }, data: { contactConfirmedAt: INVOICED_AT } });
  for (const part of ["fee", "credits"] as const) {
    const waiver = { part, kind: "deployment" as const, reason: "abroad", grantedAt: INVOICED_AT };
    await db.waiver.create({ data: { ...waiver, renewalId: id } });
  }
  await settle(id);
  return renewal;
}

export const settle = (id: string) => underLock(id, (tx) => settleRenewal(tx, id, INVOICED_AT));

/** The number of its certificate and the latest version; empty where it has none. */
export async function certificateOf({ id, member }: Awaited<ReturnType<typeof aRenewal>>) {
  return (await findRenewal(member.id, id))?.certificate ?? { number: "", version: 0 };
}
