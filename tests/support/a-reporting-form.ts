import { v7 as newId } from "uuid";
import { saveBatch } from "@/lib/batches/commands";
import { db } from "@/lib/db";
import { issueInvoices } from "@/lib/invoices/commands";
import type { MemberActor } from "@/lib/members/rules";
import { saveForm, sendForm } from "@/lib/reporting-forms/commands";
import { type SaveForm, saveFormSchema } from "@/lib/reporting-forms/schema";
import { signForm } from "@/lib/signatures/commands";
import { aCertification, shippedPrograms } from "./a-certification";
import { NOW } from "./a-row";
import { actorOf, anAccount } from "./accounts";
import { anEntry } from "./an-entry";

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
export async function aManager(office: { id: string } | null, year = 2027) {
  await shippedPrograms();
  const member = await anAccount({ password: null });
  const cycle = { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
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
export async function aForm(actor: MemberActor, told: Told = {}, at = NOW) {
  const filled = aFilledForm(told);
  await saveForm(actor, filled, at);
  return formRow(filled.formId);
}

export async function aSentForm(actor: MemberActor, told: Told = {}, at = NOW) {
  const { id, version } = await aForm(actor, told, at);
  await sendForm(actor, { formId: id, version }, at);
  return formRow(id);
}

export const signed = (form: { id: string; version: number }, name = "Olive Officer") =>
  ({ formId: form.id, version: form.version, name, attested: "on" }) as const;

export async function aSignedForm(
  actor: MemberActor,
  officer: MemberActor,
  told: Told = {},
  at = NOW,
) {
  const sent = await aSentForm(actor, told, at);
  await signForm(officer, signed(sent), at);
  return formRow(sent.id);
}

/** A member of the office whose renewal for 2027 asks for 8 CECs of 2026, 5 of them in-network. */
export async function aRenewingManager(office: { id: string }, year = 2027) {
  const manager = await aManager(office, year);
  const day = `${year - 1}-11-02`;
  await issueInvoices(day, new Date(`${day}T06:00:00Z`));
  const renewal = await db.renewal.findFirstOrThrow({ where: { memberId: manager.member.id } });
  return { ...manager, renewalId: renewal.id };
}

/** Classes that an in-network provider posted on the member's record. */
export async function posted(
  memberId: string,
  credits: number,
  title = "Posted classes",
  earnedOn = "2026-02-02",
) {
  const { id: providerId } = await anInNetworkProvider();
  const told = { source: "provider_post", providerId, credits, title } as const;
  return anEntry({ id: memberId }, { ...told, earnedOn });
}

/** The same one for all: of two tests that look for it at once both may find it missing. */
export async function anInNetworkProvider() {
  const name = "State Association";
  await db.provider.createMany({ data: { name, inNetwork: true }, skipDuplicates: true });
  return db.provider.findUniqueOrThrow({ where: { nameKey: name.toLowerCase() } });
}

/** A signed form of so many hours at the in-network provider, each on a day of its own. */
export async function aSignedClass(
  { actor }: { actor: MemberActor },
  officer: MemberActor,
  hours: number,
  told: Told = {},
  at = NOW,
) {
  const { id: provider } = await anInNetworkProvider();
  nth += 1;
  const filled = {
    ends: `${String(9 + hours).padStart(2, "0")}:00`,
    breakMinutes: "0",
    title: `Class ${nth}`,
    provider,
    ...told,
  };
  return aSignedForm(actor, officer, filled, at);
}

/** A submission of classes of so many hours, which cover the renewal, as a page of the queue shows it. */
export async function aSubmission(
  { office, officer }: { office: { id: string }; officer: MemberActor },
  hours: readonly number[],
  { at, year, ...told }: Told & { at: Date; year?: number },
) {
  const manager = await aRenewingManager(office, year);
  const forms = [];
  for (const each of hours) {
    // What is told is told of the first.
    const own: Told = forms.length === 0 ? told : {};
    forms.push(await aSignedClass(manager, officer, each, own, at));
  }
  const { renewalId, actor } = manager;
  const ids = forms.map(({ id }) => id);
  await saveBatch(actor, { renewalId, forms: ids, act: "submit", attested: "on" }, at);
  const seen = await db.batch.findUniqueOrThrow({
    where: { renewalId },
    select: { id: true, version: true },
  });
  return { manager, forms, seen };
}

let nth = 0;
