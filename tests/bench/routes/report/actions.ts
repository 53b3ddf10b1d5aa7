"use server";

import { redirect } from "next/navigation";
import { db } from "@/lib/db";
import { requireActor } from "@/lib/session";

/** The least that a signed-in action does that adds a row and leads to another page. */
export async function insertOneRow(_state: unknown, form: FormData) {
  const { memberId } = await requireActor();
  const day = new Date(`${form.get("earnedOn")}T00:00:00Z`);
  const now = new Date();
  await db.creditEntry.create({
    data: {
      memberId,
      source: "self_report",
      earnedOn: day,
      reportedOn: day,
      formatName: "Live course",
      credits: 100,
      creditTypeName: "CEC",
      providerOther: "Academy",
      title: String(form.get("title")),
      createdAt: now,
      acceptedAt: now,
    },
  });
  redirect("/cecs?reported=now");
}
