import "server-only";
import { db } from "@/lib/db";
import { fullName } from "@/lib/members/rules";

/** Everybody who holds a role, by role and name. */
export async function listRoleHolders() {
  const found = await db.roleGrant.findMany({
    relationLoadStrategy: "join",
    orderBy: [{ role: "desc" }, { member: { lastName: "asc" } }, { memberId: "asc" }],
    select: {
      role: true,
      grantedAt: true,
      office: { select: { name: true } },
      member: {
        select: { id: true, firstName: true, lastName: true, email: true, passwordHash: true },
      },
    },
  });
  return found.map(({ member, office, ...grant }) => {
    const { passwordHash, ...holder } = member;
    const hasPassword = passwordHash !== null;
    return { ...grant, ...holder, hasPassword, name: fullName(member), office: office?.name };
  });
}
