import { sessionCookieName } from "@/lib/accounts/rules";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { anAccount, aSession } from "./accounts";

export const WHO = ["visitor", "member", "local_office", "staff", "administrator"] as const;
export type Who = (typeof WHO)[number];

/** What came of asking: refused as not there, led to the login page, let in, or something else. */
export type Asked = "not found" | "login" | "let in" | `status ${number}`;

/** The cookie of a session of each, made for the test; the officer is of this office. */
export async function callers({ id: officeId }: { id: string }) {
  const made = await Promise.all(
    WHO.slice(1).map(async (who) => {
      const { id } = await anAccount({ password: null });
      if (who !== "member" && who !== "visitor") {
        const office = who === "local_office" ? { officeId } : {};
        const grant = { memberId: id, role: who, grantedAt: new Date(), ...office };
        await db.roleGrant.create({ data: grant });
      }
      return { who, id, cookie: await cookieOf({ id }) };
    }),
  );
  const cookies = Object.fromEntries(made.map(({ who, cookie }) => [who, cookie]));
  return {
    ...({ visitor: "", ...cookies } as Record<Who, string>),
    ids: made.map(({ id }) => id),
  };
}

/** The header of one's own session. */
export async function cookieOf(member: { id: string }) {
  const { token } = await aSession(member);
  return `${sessionCookieName({ secure: false })}=${token}`;
}

/** What a form without an Origin is told by whom its sender passed. */
const NOWHERE = "This form did not come from this site.";

/** What a form without a session is told, for which its page leads to the login page. */
const SIGNED_OUT = "You are no longer signed in.";

const here = () => env.PUBLIC_URL ?? "";

export async function ask(method: string, path: string, cookie: string): Promise<Asked> {
  const headers = { cookie };
  const answer = await fetch(`${here()}${path}`, { method, headers, redirect: "manual" });
  await answer.body?.cancel();
  // An upload that came from nowhere is refused by those who let its sender in.
  return answer.status === 403 && method === "POST" ? "let in" : outcomeOf(answer);
}

type Sent = {
  /** Of this site, or of another; without one the form is refused in words. */
  origin?: "own" | (string & {});
  fields?: Record<string, string>;
  /** A form that is asked while one types has no state before its fields. */
  isQuestion?: boolean;
};

/** Calls a server action as the browser does, by a request made by hand. */
export async function sendAction(
  { id, page }: { id: string; page: string },
  cookie: string,
  { origin, fields = {}, isQuestion = false }: Sent = {},
) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value);
  body.append("0", isQuestion ? '["$K1"]' : '[{},"$K1"]');
  const sentFrom: Record<string, string> = origin
    ? { origin: origin === "own" ? here() : origin }
    : {};
  const headers = { cookie, accept: "text/x-component", "next-action": id, ...sentFrom };
  const answer = await fetch(`${here()}${page}`, {
    method: "POST",
    headers,
    body,
    redirect: "manual",
  });
  const text = await answer.text();
  const asked = text.includes(SIGNED_OUT) ? "login" : outcomeOf(answer);
  return { asked, status: answer.status, isFromNowhere: text.includes(NOWHERE) };
}

function outcomeOf({ status, headers }: Response): Asked {
  const onward = headers.get("x-action-redirect") ?? headers.get("location");
  if (onward) return new URL(onward, here()).pathname === "/login" ? "login" : `status ${status}`;
  if (status === 404) return "not found";
  return status === 200 ? "let in" : `status ${status}`;
}
