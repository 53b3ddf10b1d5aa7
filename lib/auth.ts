import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { endSession, signIn } from "@/lib/accounts/commands";
import { findSession } from "@/lib/accounts/queries";
import { SESSION_HOURS } from "@/lib/accounts/rules";
import { signInSchema } from "@/lib/accounts/schema";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { log } from "@/lib/log";
import { sessionCookie } from "@/lib/session";

declare module "next-auth" {
  interface User {
    sessionToken: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sessionToken?: string;
  }
}

/**
 * next-auth's own doors, /api/auth/*. It refuses database sessions with passwords, so its strategy
 * is "jwt", but what it takes for a JWT is our opaque token, and the session row is the truth.
 */
export function authOptions(): NextAuthOptions {
  const cookie = sessionCookie();
  return {
    secret: env.SESSION_SECRET,
    useSecureCookies: cookie.options.secure,
    cookies: { sessionToken: cookie },
    pages: { signIn: "/login", error: "/login", signOut: "/account" },
    // A cookie whose session is over is a "JWT error" to it: nothing to alarm anybody with.
    logger: { error: report, warn: report, debug: () => {} },
    session: { strategy: "jwt", maxAge: SESSION_HOURS * 3600 },
    jwt: {
      encode: async ({ token }) => token?.sessionToken ?? "",
      async decode({ token }) {
        const viewer = token ? await findSession(token, new Date()) : null;
        return viewer && { sub: viewer.memberId, name: viewer.name, sessionToken: token };
      },
    },
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...token, sessionToken: user.sessionToken } : token),
      session: ({ session, token }) => ({ user: { name: token.name }, expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        if (token?.sessionToken) await endSession(token.sessionToken, new Date());
      },
    },
    providers: [
      CredentialsProvider({
        credentials: {
          login: { label: "Login" },
          password: { label: "Password", type: "password" },
        },
        async authorize(typed, request) {
          const parsed = signInSchema.omit({ next: true }).safeParse(typed);
          if (!parsed.success) return null;
          const address = String(request.headers?.["x-forwarded-for"] ?? "unknown");
          const session = await signIn({ ...parsed.data, address }, new Date()).catch(inWords);
          // This door has no place to ask for a code.
          if (session.waitsForCode)
            throw new Error("Log in on the login page: a code is asked for.");
          const { token } = session;
          return { id: token, sessionToken: token };
        },
      }),
    ],
  };
}

function report(code: string) {
  log.info({ code }, "next-auth reports");
}

/** next-auth repeats the message in an address: only our own sentences may stand there. */
function inWords(error: unknown): never {
  if (error instanceof DomainError) throw error;
  log.error({ err: error }, "a sign-in failed");
  throw new Error("The login failed. Try again.");
}
