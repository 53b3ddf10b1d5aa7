import { createHash, randomBytes, randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import type { BrowserContext } from "@playwright/test";
import { Client } from "pg";
import { env } from "@/lib/env";

// For browser tests, which run in plain Node: they write rows and cookies themselves.

export const PASSWORD = "correct horse battery";

export type TestMember = { id: string; memberNumber: string; username: string; email: string };

/** A member who signs in with PASSWORD, and whom no other test knows. */
export async function createMember(told: { profession?: string } = {}): Promise<TestMember> {
  const own = randomUUID().slice(0, 8);
  const member = {
    id: randomUUID(),
    memberNumber: `N${own}`,
    username: `user-${own}`,
    email: `member-${own}@example.org`,
  };
  await run(
    `INSERT INTO members (id, member_number, username, email, first_name, last_name, profession, password_hash, created_at)
     VALUES ($1, $2, $3, $4, 'Ada', 'Example', $5, $6, now())`,
    [...Object.values(member), told.profession ?? null, await hash(PASSWORD)],
  );
  return member;
}

/** Signs the browser in, without the login page. */
export async function signIn(context: BrowserContext, member: { id: string }, baseUrl: string) {
  const token = randomBytes(32).toString("base64url");
  const tokenHash = createHash("sha256").update(token).digest("hex");
  await run(
    `INSERT INTO sessions (token_hash, member_id, created_at, expires_at)
     VALUES ($1, $2, now(), now() + interval '1 hour')`,
    [tokenHash, member.id],
  );
  const cookie = { name: "next-auth.session-token", value: token, httpOnly: true } as const;
  await context.addCookies([{ ...cookie, sameSite: "Lax", url: baseUrl }]);
}

/** The id of a member of the demo association, by number. */
export async function findMemberByNumber(memberNumber: string): Promise<{ id: string }> {
  const [member] = await run<{ id: string }>("SELECT id FROM members WHERE member_number = $1", [
    memberNumber,
  ]);
  if (!member) throw new Error(`no member ${memberNumber}`);
  return member;
}

async function run<Row extends object>(sql: string, values: unknown[]): Promise<Row[]> {
  const client = new Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
