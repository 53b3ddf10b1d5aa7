import "server-only";
import { parseCertificateNumber } from "@/lib/certificates/number";
import { db } from "@/lib/db";

/** The members whose certificate or registration has exactly the number that was typed. */
export async function listNumbered(typed: string): Promise<string[]> {
  // PostgreSQL keeps no NUL.
  const number = typed.replaceAll(/\p{Cc}/gu, " ").trim();
  if (number === "") return [];
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT member_id AS id FROM registrations WHERE number_key = identifier_key(${number})
    UNION
    SELECT coalesce(r.member_id, n.member_id) FROM certificates c
      LEFT JOIN registrations r ON r.id = c.registration_id
      LEFT JOIN renewals n ON n.id = c.renewal_id
     WHERE c.number = ${parseCertificateNumber(number)}`;
  return found.map(({ id }) => id);
}
