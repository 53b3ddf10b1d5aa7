import type { Page } from "@playwright/test";
import { hashPassword } from "@/lib/accounts/password";
import { db } from "@/lib/db";
import { PASSWORD } from "./accounts";

/** Lets a member who has no password sign in with PASSWORD. */
export async function givePassword({ id }: { id: string }) {
  await db.member.update({ where: { id }, data: { passwordHash: await hashPassword(PASSWORD) } });
}

/** From the start page by its own labels, with the mouse. */
export async function login(page: Page, { username }: { username: string | null }) {
  await page.goto("/");
  await page.getByRole("link", { name: "Login" }).first().click();
  await page.getByLabel("Email address, member number or username").fill(username ?? "");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Login" }).click();
}
