import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Day, dateOf, dayOf } from "@/lib/calendar";
import { remindOfEndings } from "@/lib/cycle-reminders/commands";
import { db } from "@/lib/db";
import { issueInvoices } from "@/lib/invoices/commands";
import { MACHINE } from "@/lib/members/rules";
import { changeSettings } from "@/lib/settings/commands";
import { readSettings } from "@/lib/settings/queries";
import { aCertification, shippedPrograms } from "@/tests/support/a-certification";
import { aRenewal, breakRenewal, INVOICED_AT, INVOICED_ON } from "@/tests/support/a-renewal";
import { anAccount } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { whileItWaits } from "@/tests/support/while-it-waits";
import { years } from "@/tests/unit/programs/shipped";

beforeAll(async () => {
  await shippedPrograms();
});

// The members of one test are nobody's business in the next.
afterEach(async () => {
  await db.member.updateMany({ data: { retiredAt: INVOICED_AT } });
});

/** The afternoon of a day wherever the tests run. */
const on = (day: Day) => new Date(`${day}T18:00:00Z`);

const CPT = years(2024, 2026);
const aTrainer = () => aCertification("ACSM-CPT", [CPT]);

const mailsTo = (memberId: string) =>
  db.message.findMany({ where: { memberId, kind: "cycle_ending" }, orderBy: { id: "asc" } });

async function stepsOf({ cycles }: { cycles: { id: string }[] }) {
  const reminders = await db.cycleReminder.findMany({
    where: { cycleId: { in: cycles.map(({ id }) => id) } },
    orderBy: { daysBefore: "desc" },
  });
  return reminders.map(({ daysBefore, remindedOn }) => [daysBefore, dayOf(remindedOn)]);
}

describe("a cycle's member is told of its end", () => {
  test("90, 30 and 7 days before, each once, and not a day sooner", async () => {
    const held = await aTrainer();
    for (const day of ["2026-10-01", "2026-10-02", "2026-10-02", "2026-10-03", "2026-11-30"]) {
      await remindOfEndings(on(day));
    }
    expect(await stepsOf(held)).toEqual([[90, "2026-10-02"]]);
    for (const day of ["2026-12-01", "2026-12-23", "2026-12-24", "2026-12-31", "2027-01-01"]) {
      await remindOfEndings(on(day));
    }
    expect(await stepsOf(held)).toEqual([
      [90, "2026-10-02"],
      [30, "2026-12-01"],
      [7, "2026-12-24"],
    ]);
    expect(await mailsTo(held.memberId)).toHaveLength(3);
  });

  test("by the nearest step alone where some were missed", async () => {
    const held = await aTrainer();
    await remindOfEndings(on("2026-12-27"));
    await remindOfEndings(on("2026-12-28"));
    expect(await stepsOf(held)).toEqual([[7, "2026-12-27"]]);
    const [mail] = await mailsTo(held.memberId);
    expect(mail?.text).toContain("ends on 31 December 2026, in 4 days.");
  });

  test("on the association's day", async () => {
    const { timeZone } = await readSettings(db);
    await changeSettings(MACHINE, { timeZone: "America/Chicago" }, INVOICED_AT);
    const held = await aTrainer();
    // The clock is put back on 1 November: five hours behind before, six after.
    await remindOfEndings(new Date("2026-10-02T04:59:59Z"));
    expect(await stepsOf(held)).toEqual([]);
    await remindOfEndings(new Date("2026-10-02T05:00:00Z"));
    expect(await stepsOf(held)).toEqual([[90, "2026-10-02"]]);
    await remindOfEndings(new Date("2026-12-01T05:59:59Z"));
    expect(await stepsOf(held)).toHaveLength(1);
    await remindOfEndings(new Date("2026-12-01T06:00:00Z"));
    await changeSettings(MACHINE, { timeZone }, INVOICED_AT);
    expect(await stepsOf(held)).toHaveLength(2);
  });

  test("once by any number of workers at once", async () => {
    const held = await Promise.all([1, 2, 3].map(aTrainer));
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4].map(() => remindOfEndings(on("2026-12-01"))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(Array(4).fill("fulfilled"));
    for (const { memberId } of held) expect(await mailsTo(memberId)).toHaveLength(1);
  });

  test("not again by a worker that comes while another is about to say so", async () => {
    const held = await aTrainer();
    const [cycle] = held.cycles;
    await whileItWaits(
      async (tx) => {
        const told = { daysBefore: 30, remindedOn: dateOf("2026-12-01") };
        await tx.cycleReminder.create({ data: { cycleId: cycle?.id ?? "", ...told } });
      },
      () => remindOfEndings(on("2026-12-01")),
    );
    expect(await mailsTo(held.memberId)).toEqual([]);
  });

  test("also after a member whose renewal nobody can judge", async () => {
    const broken = await aRenewal("CAM");
    await breakRenewal(broken);
    const held = await Promise.all([1, 2, 3].map(aTrainer));
    const failures = { errors: [{ message: expect.stringContaining("has no rules") }] };
    await expect(remindOfEndings(on("2026-12-01"))).rejects.toMatchObject(failures);
    for (const { memberId } of held) expect(await mailsTo(memberId)).toHaveLength(1);
    expect(await mailsTo(broken.member.id)).toEqual([]);
  });

  test("at the steps of the settings", async () => {
    await changeSettings(MACHINE, { cycleEndingDays: "45" }, INVOICED_AT);
    const held = await aTrainer();
    await remindOfEndings(on("2026-12-20"));
    await changeSettings(MACHINE, { cycleEndingDays: "90, 30, 7" }, INVOICED_AT);
    expect(await stepsOf(held)).toEqual([[45, "2026-12-20"]]);
  });
});

describe("nobody is told", () => {
  test("of a renewed cycle", async () => {
    const held = await aCertification("ACSM-CPT", [{ ...CPT, renewedAt: INVOICED_AT }]);
    await remindOfEndings(on("2026-12-24"));
    expect(await stepsOf(held)).toEqual([]);
  });

  test("once they are retired", async () => {
    const held = await aTrainer();
    await db.member.update({ where: { id: held.memberId }, data: { retiredAt: INVOICED_AT } });
    await remindOfEndings(on("2026-12-24"));
    expect(await mailsTo(held.memberId)).toEqual([]);
  });

  test("who switched such mails off", async () => {
    const held = await aTrainer();
    const { memberId } = held;
    await db.mutedMessage.create({ data: { memberId, kind: "cycle_ending" } });
    await remindOfEndings(on("2026-12-24"));
    expect(await mailsTo(memberId)).toEqual([]);
  });

  test("twice on a day: what comes later waits until tomorrow", async () => {
    const held = await aTrainer();
    await remindOfEndings(on("2026-12-02"));
    const late = await aCertification("CAM", [years(2027)], held.memberId);
    await remindOfEndings(on("2026-12-02"));
    expect(await mailsTo(held.memberId)).toHaveLength(1);
    await remindOfEndings(on("2026-12-03"));
    expect(await stepsOf(late)).toEqual([[30, "2026-12-03"]]);
  });
});

describe("the mail", () => {
  test("lists all that ends, with what is there and what is left", async () => {
    const member = await anAccount({ password: null });
    await aCertification("ACSM-CPT", [CPT], member.id);
    await aCertification("CAM", [{ ...years(2026), renewedAt: INVOICED_AT }], member.id);
    await db.cycle.create({
      data: {
        certification: {
          connect: { memberId_programCode: { memberId: member.id, programCode: "CAM" } },
        },
        startsOn: new Date("2027-01-01"),
        endsOn: new Date("2027-12-31"),
      },
    });
    await anEntry(member, { earnedOn: "2025-03-03", credits: 3200 });
    await remindOfEndings(on("2026-10-02"));
    const [mail, ...others] = await mailsTo(member.id);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe("Your certification cycles end soon");
    expect(mail?.text).toContain("cycle of ACSM-CPT ends on 31 December 2026, in 90 days.");
    expect(mail?.text).toContain("You have 32 of 45 CECs.");
    expect(mail?.text).toContain("Still to earn: 13 CECs, by 31 December 2026.");
    expect(mail?.text).toContain("cycle of CAM ends on 31 December 2026, in 90 days.");
    expect(mail?.text).toContain("Still to earn: 8 CECs, by 31 December 2026.");
    expect(mail?.text).toContain("The invoice of your renewal comes on 2 November 2026.");
  });

  test("says of an invoiced renewal what is to do and to pay, and when it is more", async () => {
    const held = await aTrainer();
    await anEntry({ id: held.memberId }, { earnedOn: "2025-03-03", credits: 4500 });
    await issueInvoices(INVOICED_ON, INVOICED_AT);
    await remindOfEndings(on("2026-12-01"));
    const [mail] = await mailsTo(held.memberId);
    const { id } = await db.renewal.findFirstOrThrow({ where: { memberId: held.memberId } });
    expect(mail?.subject).toBe("Your cycle of ACSM-CPT ends on 31 December 2026");
    expect(mail?.text).toContain("You have all the CECs that it takes.");
    expect(mail?.text).toContain("confirm your contact information and pay $60.00, by 1 January");
    expect(mail?.text).toContain("Paid from 1 January 2027 on, it is $80.00 more");
    expect(mail?.text).toContain(`/renewals/${id}`);
  });
});
