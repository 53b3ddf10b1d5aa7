import { v7 as newId } from "uuid";
import { db } from "@/lib/db";
import type { MemberActor } from "@/lib/members/rules";
import { saveForm, sendForm } from "@/lib/reporting-forms/commands";
import { type SaveForm, saveFormSchema } from "@/lib/reporting-forms/schema";
import { signForm } from "@/lib/signatures/commands";
import { aCertification, shippedPrograms } from "./a-certification";
import { NOW } from "./a-row";
import { actorOf, anAccount } from "./accounts";

/** A local office with an officer. */
export async function anOffice(name = `Office ${newId()}`) {
  const office = await db.localOffice.create({ data: { name } });
  return { office, officer: await anOfficerOf(office) };
}

export async function anOfficerOf({ id: officeId }: { id: string }): Promise<MemberActor> {
  const account = await anAccount({ password: null });
  const role = "local_office";
  await db.roleGrant.create({ data: { memberId: account.id, role, officeId, grantedAt: NOW } });
  return { ...actorOf(account), roles: [role] };
}

/** A member of the office who holds CAM for 2027, which is renewed by credit of 2026. */
export async function aManager(office: { id: string } | null) {
  await shippedPrograms();
  const member = await anAccount({ password: null });
  const cycle = { startsOn: "2027-01-01", endsOn: "2027-12-31" };
  const { cycles } = await aCertification("CAM", [cycle], member.id);
  await db.member.update({ where: { id: member.id }, data: { localOfficeId: office?.id } });
  return { member, cycles, actor: actorOf(member) };
}

type Told = Partial<Record<keyof SaveForm, string>>;

/** The form as the page sends it: 09:00 to 12:00 with 30 minutes of break on 2026-03-03, unless told. */
export function aFilledForm(told: Told = {}): SaveForm {
  return saveFormSchema.parse({
    formId: newId(),
    version: "0",
    earnedOn: "2026-03-03",
    category: "Expo class",
    starts: "09:00",
    ends: "12:00",
    breakMinutes: "30",
    title: "Fair housing",
    provider: "other",
    providerOther: "State Apartment Expo",
    description: "",
    ...told,
  });
}

export const formRow = (id: string) => db.reportingForm.findUniqueOrThrow({ where: { id } });

/** A form of the member's as it stands. */
export async function aForm(actor: MemberActor, told: Told = {}) {
  const filled = aFilledForm(told);
  await saveForm(actor, filled, NOW);
  return formRow(filled.formId);
}

export async function aSentForm(actor: MemberActor, told: Told = {}) {
  const { id, version } = await aForm(actor, told);
  await sendForm(actor, { formId: id, version }, NOW);
  return formRow(id);
}

export const signed = (form: { id: string; version: number }, name = "Olive Officer") =>
  ({ formId: form.id, version: form.version, name, attested: "on" }) as const;

export async function aSignedForm(actor: MemberActor, officer: MemberActor, told: Told = {}) {
  const sent = await aSentForm(actor, told);
  await signForm(officer, signed(sent), NOW);
  return formRow(sent.id);
}
