import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { db } from "@/lib/db";
import { type Act, MAY } from "@/lib/roles/rules";
import { aDesk } from "@/tests/support/a-desk";
import { anOffice } from "@/tests/support/a-reporting-form";
import {
  type AddressDoor,
  actionsInFiles,
  type FormDoor,
  formDoors,
  otherDoors,
  pageDoors,
} from "@/tests/support/doors";
import {
  type Asked,
  ask,
  callers,
  cookieOf,
  sendAction,
  WHO,
  type Who,
} from "@/tests/support/requests";

/** Forms of people who are not signed in. */
const OPEN_FORMS = [
  " signOut",
  "forgot-password startReset",
  "forgot-password/confirm confirmReset",
  "login login",
  "login/code enterCode",
  "payments/test/[pageId] playAction",
  "reset-password setNewPassword",
];

/** What is no page under /admin, and whose act its file does not name: see "rows of one member". */
const OPEN_ADDRESSES = [
  "/api/auth/[...nextauth]",
  "/api/health",
  "/api/logos/[sha256]",
  "/api/payments/[gateway]",
  "/api/pdf-frame",
  "/api/pdf-frame/[...file]",
];

const FOR_STAFF = /^\/?(admin|office)(\/|$)/;
const isAct = (name: string | null): name is Act => name !== null && name in MAY;
/** The overview shows the sections that its reader may use, and is nobody's who may use none. */
const actOf = ({ act, address }: AddressDoor) => (address === "/admin" ? "keep members" : act);

/** What names no act is for nobody. */
const may = (who: Who, act: string | null) =>
  isAct(act) && (MAY[act] as readonly string[]).includes(who);
const isAsked = (who: Who, act: string | null): Asked =>
  who === "visitor" ? "login" : may(who, act) ? "let in" : "not found";

const cells = (outcomes: readonly (readonly [string, Who, Asked])[]) =>
  outcomes.map(([door, who, asked]) => `${door}, ${who}: ${asked}`);

let desk: Awaited<ReturnType<typeof aDesk>>;
let cookies: Awaited<ReturnType<typeof callers>>;

test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  desk = await aDesk();
  cookies = await callers(desk.office);
});

test("every form of staff names its act, and every other one asks who sends it", () => {
  const forms = formDoors();
  const [staffs, others] = [
    forms.filter(({ name }) => FOR_STAFF.test(name)),
    forms.filter(({ name }) => !FOR_STAFF.test(name)),
  ];
  expect(staffs.filter(({ kind, act }) => kind !== "staffAction" || !isAct(act))).toEqual([]);
  const unasked = others.filter(({ kind }) => kind !== "formAction" && kind !== "formQuestion");
  expect(unasked.map(({ name }) => name).toSorted()).toEqual(OPEN_FORMS);
  expect(forms.map(({ name }) => name).toSorted()).toEqual(actionsInFiles().toSorted());
});

test("every page of staff names its act, and every other address asks who comes", () => {
  const pages = pageDoors().filter(({ address }) => FOR_STAFF.test(address));
  expect(pages.filter((door) => !isAct(actOf(door)))).toEqual([]);
  const others = otherDoors();
  const unnamed = others.filter(({ address, act }) => FOR_STAFF.test(address) && !isAct(act));
  expect(unnamed).toEqual([]);
  const open = others.filter(({ asksWho }) => !asksWho).map(({ address }) => address);
  expect([...new Set(open)].toSorted()).toEqual(OPEN_ADDRESSES);
});

test("each form is let in by the table, whatever is sent by hand", async () => {
  const forms = formDoors().filter(({ name }) => FOR_STAFF.test(name));
  const seen: [string, Who, Asked][] = [];
  const wanted: [string, Who, Asked][] = [];
  for (const form of forms) {
    await Promise.all(
      WHO.map(async (who) => {
        // Without an Origin it is refused in words by whom it would otherwise obey.
        const named = await asked(form, who);
        const door = `${form.act}: ${form.name}`;
        seen.push([door, who, named]);
        wanted.push([door, who, isAsked(who, form.act)]);
      }),
    );
  }
  expect(cells(seen)).toEqual(cells(wanted));
  const kept = forms.flatMap((form) =>
    WHO.filter((who) => !may(who, form.act)).map((who) => ({ form, who })),
  );
  for (const { form, who } of kept) {
    const outcome = await asked(form, who, { origin: "own" });
    expect([form.name, who, outcome]).toEqual([form.name, who, isAsked(who, form.act)]);
  }
  expect(await doneByCallers()).toEqual([]);
  console.log(`${seen.length + kept.length} cells of forms: act × role × request`);
});

test("each page and each file is let in by the table", async () => {
  const pages = pageDoors().filter(({ address }) => FOR_STAFF.test(address));
  const doors = [...pages, ...otherDoors().filter(({ act }) => isAct(act))];
  const seen: [string, Who, Asked][] = [];
  const wanted: [string, Who, Asked][] = [];
  for (const door of doors) {
    const { address, method } = door;
    const act = actOf(door);
    const at = address.includes("[") ? desk.rows[address] : address;
    expect(at, `tests/support/a-desk.ts names a row for ${address}`).toBeDefined();
    for (const who of WHO) {
      const outcome = await ask(method, at ?? "", cookies[who]);
      seen.push([`${act}: ${method} ${address}`, who, outcome]);
      const isFile = !pages.includes(door);
      const kept = isFile && outcome === "not found" ? "not found" : "login";
      wanted.push([
        `${act}: ${method} ${address}`,
        who,
        who === "visitor" ? kept : isAsked(who, act),
      ]);
    }
  }
  expect(cells(seen)).toEqual(cells(wanted));
  console.log(`${seen.length} cells of pages and files: act × role × address`);
});

test("nobody who is signed out sees a page of members", async () => {
  const pages = pageDoors().filter(({ asksWho, address }) => asksWho && !FOR_STAFF.test(address));
  for (const { address } of pages) {
    const at = address.replaceAll(/\[\w+\]/g, "01930000-0000-7000-8000-000000000000");
    expect([address, await ask("GET", at, "")]).toEqual([address, "login"]);
  }
});

test("an officer sees the forms of their own office, and nothing else of its members", async () => {
  const { rows, manager } = desk;
  const { officer } = await anOffice();
  const others = await cookieOf({ id: officer.memberId });
  const owner = await cookieOf(manager.member);
  const { member, local_office, staff, administrator } = cookies;
  const asking = [owner, member, local_office, others, staff, administrator];
  const table: [string, string][] = [
    ["/office/[formId]", "no no yes no no no"],
    ["/reporting-forms/[formId]/pdf", "yes no yes no yes yes"],
    ["/reporting-forms/[formId]", "yes no no no no no"],
    ["/api/documents/[documentId]", "yes no no no yes yes"],
  ];
  for (const [address, who] of table) {
    const at = rows[address] ?? rows[`${address}/pdf`]?.replace("/pdf", "") ?? "";
    const seen = await Promise.all(asking.map((cookie) => ask("GET", at, cookie)));
    const said = seen.map((each) =>
      each === "let in" ? "yes" : each === "not found" ? "no" : each,
    );
    expect([address, said.join(" ")]).toEqual([address, who]);
  }
});

test("what is garbled, misdirected or comes from elsewhere has no effect", async () => {
  const form = formDoors().find(({ name }) => name === "admin/programs/providers add");
  const { id = "", page = "" } = form ?? {};
  const sent = async (
    to: Partial<{ id: string; page: string }>,
    who: Who,
    how: Parameters<typeof sendAction>[2] = { origin: "own" },
  ) => {
    const name = `Provider ${randomUUID()}`;
    const fields = { name, inNetwork: "on" };
    const { status } = await sendAction({ id, page, ...to }, cookies[who], { fields, ...how });
    return [status, await db.provider.count({ where: { name } })];
  };
  expect(await sent({}, "administrator")).toEqual([200, 1]);
  expect(await sent({ id: `7f${"0".repeat(40)}` }, "administrator")).toEqual([409, 0]);
  expect(await sent({ id: "anything" }, "administrator")).toEqual([400, 0]);
  expect(await sent({}, "administrator", { origin: "https://elsewhere.example" })).toEqual([
    403, 0,
  ]);
  expect(await sent({}, "administrator", { origin: "null" })).toEqual([403, 0]);
  expect(await sent({}, "administrator", {})).toEqual([200, 0]);
  const asQuestion = { origin: "own", isQuestion: true } as const;
  expect(await sent({}, "administrator", asQuestion)).toEqual([404, 0]);
  for (const elsewhere of [page, "/account", "/login", "/admin/review"]) {
    for (const who of ["visitor", "member", "staff"] as const) {
      expect([elsewhere, who, (await sent({ page: elsewhere }, who))[1]]).toEqual([
        elsewhere,
        who,
        0,
      ]);
    }
  }
});

async function asked(form: FormDoor, who: Who, how: Parameters<typeof sendAction>[2] = {}) {
  const at = { ...form, page: desk.rows[form.page] ?? form.page };
  const { asked, isFromNowhere } = await sendAction(at, cookies[who], how);
  // Answered, but by something else than the form.
  return asked === "let in" && !how.origin && !isFromNowhere ? "status 200" : asked;
}

const doneByCallers = () =>
  db.auditEntry.findMany({ where: { actorId: { in: cookies.ids } }, select: { act: true } });
