import type { Locator, Page } from "@playwright/test";
import { claimPath } from "@/lib/addresses";
import { type Day, dayOf, formatShortDay } from "@/lib/calendar";
import { expect } from "./visits";

/** The page Enter Credits, in the words that its member reads; `day` is a day of the event. */

export const SUBMIT = "Submit My Credits For This Event";
export const LOCK = "Submit and lock";

export const pencil = (page: Page, day: Day) =>
  page.getByRole("button", { name: `Edit credits for ${formatShortDay(day)}` });

export const disc = (page: Page, day: Day) =>
  page.getByRole("button", { name: `Save credits for ${formatShortDay(day)}` });

export const amount = (page: Page, day: Day) =>
  page.getByLabel(`Credits Earned for ${formatShortDay(day)}`);

export const row = (page: Page, day: Day) =>
  page.getByRole("row").filter({ hasText: formatShortDay(day) });

/** Pencil, amount, disc: as the association's page says. */
export async function enter(page: Page, day: Day, typed: string) {
  await pencil(page, day).click();
  await amount(page, day).fill(typed);
  await disc(page, day).click();
}

/** The same, and the page shows the row saved. */
export async function enterAndSee(page: Page, day: Day, typed: string, printed: string) {
  await enter(page, day, typed);
  await expect(pencil(page, day)).toBeVisible();
  await expect(row(page, day)).toContainText(printed);
  await expect(row(page, day)).toContainText("saved");
}

export async function attestAndLock(page: Page) {
  await page.getByRole("checkbox", { name: /I attest/ }).check();
  await page.getByRole("button", { name: LOCK }).click();
  await expect(page.getByText(/Submitted on \d/)).toBeVisible();
}

export const openClaim = (page: Page, { id }: { id: string }) => page.goto(claimPath(id));

/** The days of an event as its tests name them. */
export const daysOf = ({ days }: { days: readonly { day: Date }[] }): [Day, Day, Day] => {
  const [first = "", second = "", third = ""] = days.map(({ day }) => dayOf(day));
  return [first, second, third];
};

/** The button's form as a browser without JavaScript sends it; to be sent by hand. */
export function fieldsOf(button: Locator): Promise<Record<string, string>> {
  return button.evaluate((element: HTMLButtonElement) =>
    Object.fromEntries([...new FormData(element.form ?? undefined)].map(([n, v]) => [n, `${v}`])),
  );
}

/** Sends such fields by hand to the page they come from. */
export function sendByHand(page: Page, fields: Record<string, string>, path = page.url()) {
  const origin = new URL(page.url()).origin;
  return page.request.post(path, { multipart: fields, headers: { origin } });
}
