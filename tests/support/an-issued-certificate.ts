import { aClaim } from "./a-claim";
import { FOR_OTHERS, FOR_PHYSICIANS } from "./a-designation";
import { versionsOf } from "./a-trail";

/** A locked claim, of 6.50 and 7.00 unless told otherwise, and its certificate's number. */
export async function anIssuedCertificate(told: Parameters<typeof aClaim>[0] = {}) {
  const claim = await aClaim({
    credits: [650, 700],
    submitted: true,
    ...told,
    event: { designations: [FOR_PHYSICIANS, FOR_OTHERS], ...told.event },
  });
  return { claim, number: await numberOf(claim) };
}

/** The number of a claim's certificate. */
export async function numberOf({ id }: { id: string }) {
  const [first] = await versionsOf(id);
  if (!first) throw new Error("This claim has no certificate.");
  return first.certificateNumber;
}
