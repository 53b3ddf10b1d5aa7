"use server";

import { refresh } from "next/cache";
import { db } from "@/lib/db";
import { requireActor } from "@/lib/session";

/** The least that a signed-in action does that changes something and shows the page again. */
export async function updateOneRow(_state: unknown, form: FormData) {
  const { memberId } = await requireActor();
  await db.registration.updateMany({
    where: { id: String(form.get("registrationId")), memberId },
    data: { version: { increment: 1 } },
  });
  refresh();
}
