"use server";

import { z } from "zod";
import { endOwnSessions } from "@/lib/accounts/commands";
import { formAction } from "@/lib/form-action";
import { chooseMails, chooseProfession } from "@/lib/members/commands";
import { mailsSchema, professionSchema } from "@/lib/members/schema";
import { clearSessionToken } from "@/lib/session";

export const setProfession = formAction(professionSchema, async (actor, input, now) => {
  await chooseProfession(actor, input, now);
  return { message: "Your profession is on record." };
});

export const setMails = formAction(mailsSchema, async (actor, input, now) => {
  await chooseMails(actor, input, now);
  return { message: "Your choice of emails is saved." };
});

export const signOutEverywhere = formAction(z.object({}), async (actor, _input, now) => {
  await endOwnSessions(actor, now);
  await clearSessionToken();
  return { redirectTo: "/login" };
});
