import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { endSession, signIn } from "@/lib/accounts/commands";
import { findSession } from "@/lib/accounts/queries";
import { SESSION_HOURS } from "@/lib/accounts/rules";
import { signInSchema } from "@/lib/accounts/schema";
import { env } from "@/lib/env";
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
          const input = signInSchema.omit({ next: true }).parse(typed);
          const address = String(request.headers?.["x-forwarded-for"] ?? "unknown");
          const { token } = await signIn({ ...input, address }, new Date());
          return { id: token, sessionToken: token };
        },
      }),
    ],
  };
}
