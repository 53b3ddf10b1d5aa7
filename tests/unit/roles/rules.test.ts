import { expect, test } from "vitest";
import { sectionsFor } from "@/app/admin/sections";
import { type Actor, MACHINE, WORKER } from "@/lib/members/rules";
import { type Act, firstPage, MAY, may } from "@/lib/roles/rules";
import type { Role } from "@/prisma/generated/enums";

const holder = (...roles: Role[]): Actor => ({ memberId: "somebody", door: "web", roles });
const ROLES: readonly (Role | null)[] = [null, "local_office", "staff", "administrator"];

/** The table of PRODUCT 7: own record, its own office's forms, 7.1 to 7.4, 7.6 and 7.7, all the rest. */
const NEEDS: Record<Act, string> = {
  "sign forms": "office",
  "correct credits": "staff",
  "review credit": "staff",
  "set up events": "staff",
  "keep members": "staff",
  "follow renewals": "staff",
  "import files": "staff",
  "export files": "staff",
  "merge members": "administrator",
  "remove second factors": "administrator",
  "change programs": "administrator",
  "change settings": "administrator",
  "hand out roles": "administrator",
  "change invoices": "administrator",
  "waive renewals": "administrator",
  "refund payments": "administrator",
  "read the audit log": "administrator",
  "erase personal values": "administrator",
};

const ALLOWED: Record<string, readonly (Role | null)[]> = {
  office: ["local_office"],
  staff: ["staff", "administrator"],
  administrator: ["administrator"],
};

const cells = Object.keys(MAY).flatMap((act) => ROLES.map((role) => [act as Act, role] as const));

test.each(cells)("%s by %s", (act, role) => {
  const actor = role ? holder(role) : holder();
  expect(may(actor, act)).toBe(ALLOWED[NEEDS[act]]?.includes(role));
});

test("whoever holds several roles may do what any of them may", () => {
  const both = holder("local_office", "staff");
  expect([may(both, "sign forms"), may(both, "review credit")]).toEqual([true, true]);
  expect(may(both, "merge members")).toBe(false);
});

test("the machine itself may do all, the worker and a visitor nothing", () => {
  expect(may(MACHINE, "refund payments")).toBe(true);
  expect(may(WORKER, "review credit")).toBe(false);
  expect(may({ ...MACHINE, door: "web" }, "review credit")).toBe(false);
});

test.each<[string, readonly Role[], boolean, string]>([
  ["a member without a role", [], false, "/account"],
  ["a local officer", ["local_office"], false, "/office"],
  ["staff", ["staff"], false, "/admin"],
  ["an administrator", ["administrator"], false, "/admin"],
  ["staff who are an officer too", ["local_office", "staff"], false, "/admin"],
  ["staff who lack the second factor", [], true, "/admin"],
  ["an officer who lacks it as staff", ["local_office"], true, "/admin"],
])("%s is led to the place of their work", (_who, roles, lacksFactor, page) => {
  expect(firstPage({ memberId: "somebody", roles, lacksFactor })).toBe(page);
});

test("whose session is over is led to their own record, which asks for a login", () => {
  expect(firstPage(null)).toBe("/account");
});

test.each(ROLES)("%s is led to the admin panel only where it has a section for them", (role) => {
  const actor = { memberId: "somebody", door: "web" as const, roles: role ? [role] : [] };
  const sees = sectionsFor(actor).length > 0;
  expect(firstPage({ ...actor, lacksFactor: false }) === "/admin").toBe(sees);
});
