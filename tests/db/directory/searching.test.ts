import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { searchMembers } from "@/lib/directory/queries";
import { listPlaces } from "@/lib/places/queries";
import { placeListSchema } from "@/lib/places/schema";
import { aClaim } from "@/tests/support/a-claim";

const own = `q${randomUUID().slice(0, 6)}`;

async function aMember(firstName: string, lastName: string, nth: number) {
  await db.member.create({
    data: {
      firstName,
      lastName: `${lastName} ${own}`,
      memberNumber: `${own}-${nth}`,
      username: nth === 2 ? `${own}.user` : null,
      email: `${own}.${nth}@example.org`,
      createdAt: new Date(),
    },
    select: { id: true },
  });
}

beforeAll(async () => {
  await aMember("Søren", "Ångström", 1);
  await aMember("Zoë", "Dvořák", 2);
  await aMember("Ana", "O'Brien", 3);
});

const found = async (typed: string) =>
  (await searchMembers(`${own} ${typed}`, null)).members.map(({ firstName }) => firstName);

test.each([
  ["angstrom", ["Søren"]],
  ["ÅNGSTRÖM", ["Søren"]],
  ["soren", ["Søren"]],
  ["ngstr", ["Søren"]],
  ["dvorak zoe", ["Zoë"]],
  ["zo", ["Zoë"]],
  ["o'bri", ["Ana"]],
  ["OBRIEN", ["Ana"]],
  ["o’brien, ana", ["Ana"]],
  ["Ångström, Søren", ["Søren"]],
  [`${own}-3`, ["Ana"]],
  [`${own}.user`, ["Zoë"]],
  [`${own.toUpperCase()}.2@EXAMPLE.org`, ["Zoë"]],
  ["%", []],
  ["_ngstr", []],
  ["\\", []],
  ["zoe angstrom", []],
])("%s finds %j", async (typed, names) => {
  expect(await found(typed)).toEqual(names);
});

test("members stand by name as people expect, and a page goes on where the last one ended", async () => {
  expect(await found("")).toEqual(["Søren", "Zoë", "Ana"]);
  const [first] = (await searchMembers(own, null)).members;
  const rest = await searchMembers(own, first?.id ?? null);
  expect(rest.members.map(({ firstName }) => firstName)).toEqual(["Zoë", "Ana"]);
  expect(rest.next).toBeNull();
});

test("the whole number of a certificate or a registration finds its member", async () => {
  const claim = await aClaim({ credits: [650], submitted: true });
  const number = `R-${own}`;
  await db.registration.update({ where: { id: claim.id }, data: { number } });
  const certificate = await db.certificate.findUniqueOrThrow({
    where: { registrationId: claim.id },
  });
  const idsOf = async (typed: string) =>
    (await searchMembers(typed, null)).members.map(({ id }) => id);
  for (const typed of [number, ` ${number.toLowerCase()}\0`, certificate.number]) {
    expect([typed, await idsOf(typed)]).toEqual([typed, [claim.member.id]]);
  }
  expect(await idsOf(certificate.number.slice(0, -1))).toEqual([]);
  const { places } = await listPlaces(claim.event.id, placeListSchema.parse({ q: own }));
  expect(places.map(({ id }) => id)).toEqual([claim.id]);
  const none = await listPlaces(claim.event.id, placeListSchema.parse({ q: `${own}-no` }));
  expect(none.places).toEqual([]);
});
