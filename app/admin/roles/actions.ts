"use server";

import { staffAction } from "@/lib/form-action";
import { grantRole, withdrawRole } from "@/lib/roles/commands";
import { grantFormSchema, withdrawRoleSchema } from "@/lib/roles/schema";

export const grant = staffAction(
  "hand out roles",
  grantFormSchema,
  async (actor, { office, ...input }, now) => {
    const grant = { ...input, office: office || undefined };
    const { heldAlready, madeOffice } = await grantRole(actor, grant, now);
    if (heldAlready) return { message: "They hold this role already." };
    const place = madeOffice ? ` The office ${office} is new: check its name.` : "";
    return { message: `Done; they are told by mail.${place}` };
  },
);

export const withdraw = staffAction(
  "hand out roles",
  withdrawRoleSchema,
  async (actor, input, now) => {
    await withdrawRole(actor, input, now);
    return { message: "The role is withdrawn." };
  },
);
