import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { receiveProviderPosts } from "@/lib/provider-posts/commands";
import {
  anImportedMember,
  aWord,
  creditEntriesFile,
  importText,
  providerPostsFile,
  providersFile,
} from "@/tests/support/imports";
import { aStaffMember } from "@/tests/support/staff";

const SCHOOL = `Apartment School ${aWord()}`;

// In New York it is still 21 November.
const NIGHT = new Date("2026-11-22T03:00:00Z");

const REFUSED =
  "This date is in the future: today is 21 November 2026. Import the line once the credit is earned.";

beforeAll(async () => {
  await db.setting.update({
    where: { id: 1 },
    data: { timeZone: "America/New_York" },
    select: { id: true },
  });
  await importText("providers", providersFile({ provider: SCHOOL }));
});

describe.each([
  [
    "credit-entries",
    (number: string, date_earned: string) =>
      creditEntriesFile({ external_id: aWord(), member_number: number, date_earned }),
  ],
  [
    "provider-posts",
    (number: string, date_earned: string) =>
      providerPostsFile({
        post_id: aWord(),
        provider: SCHOOL,
        member_number: number,
        date_earned,
      }),
  ],
])("credit in a file of %s", (kind, fileOf) => {
  test("is earned today at the latest, where the association is", async () => {
    const { number, member } = await anImportedMember();
    const tomorrow = await importText(kind, fileOf(number, "2026-11-22"), { now: NIGHT });
    expect(tomorrow.lines).toEqual([`line 2, column date_earned: ${REFUSED}`]);
    expect(await db.creditEntry.count({ where: { memberId: member.id } })).toBe(0);
    const today = await importText(kind, fileOf(number, "2026-11-21"), { now: NIGHT });
    expect(today).toMatchObject({ refusals: 0, added: 1 });
  });
});

test("credit in a file was reported today at the latest", async () => {
  const { number } = await anImportedMember();
  const reportedOn = (date_reported: string) =>
    importText(
      "credit-entries",
      creditEntriesFile({ external_id: aWord(), member_number: number, date_reported }),
      { now: NIGHT },
    );
  expect((await reportedOn("2026-11-22")).lines).toEqual([
    "line 2, column date_reported: This date is in the future: today is 21 November 2026. Write the day on which it was reported.",
  ]);
  expect(await reportedOn("2026-11-21")).toMatchObject({ refusals: 0, added: 1 });
});

test("a post that a provider sends is refused the same, by its place", async () => {
  const { number } = await anImportedMember();
  const { id } = await db.provider.findFirstOrThrow({ where: { name: SCHOOL } });
  const post = {
    postId: aWord(),
    memberNumber: number,
    dateEarned: "2026-12-20",
    format: "Live course",
    credits: 100,
    creditType: "CEC",
    courseNumber: "",
    courseName: "Fair Housing",
  };
  await expect(receiveProviderPosts(await aStaffMember(), id, [post], NIGHT)).rejects.toMatchObject(
    { message: REFUSED, field: "0.dateEarned" },
  );
});
