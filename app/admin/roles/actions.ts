"use server";

import { formAction } from "@/lib/form-action";
import { grantRole, withdrawRole } from "@/lib/roles/commands";
import { grantFormSchema, withdrawRoleSchema } from "@/lib/roles/schema";

export const grant = formAction(grantFormSchema, async (actor, { office, ...input }, now) => {
  const { heldAlready } = await grantRole(actor, { ...input, office: office || undefined }, now);
  return { message: heldAlready ? "They hold this role already." : "Done; they are told by mail." };
});

export const withdraw = formAction(withdrawRoleSchema, async (actor, input, now) => {
  await withdrawRole(actor, input, now);
  return { message: "The role is withdrawn." };
});
