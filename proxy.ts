import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";

// React's development build evaluates code to rebuild stacks; no other build does.
const evaluation = env.CREDENCE_MODE === "development" ? " 'unsafe-eval'" : "";

// Without JavaScript a browser follows the form that opens Stripe's page only where the policy lets it.
const hostedPage = env.STRIPE_SECRET_KEY
  ? ` ${env.STRIPE_API_URL ? new URL(env.STRIPE_API_URL).origin : "https://checkout.stripe.com"}`
  : "";

/**
 * The content security policy. It goes on the request, where Next reads the nonce that its own
 * scripts carry, and on the response, where the browser enforces it.
 */
export function proxy(request: NextRequest) {
  const nonce = crypto.randomUUID();
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Markup rendered on the server may carry style attributes, which can't carry a nonce.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    // A frame that a document leads astray carries nothing to another site.
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${hostedPage}`,
    "frame-ancestors 'none'",
  ].join("; ");

  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

export const config = {
  // Not the built files, nor `api`: its answers are no pages, and an upload must not be held here.
  matcher: ["/((?!api/|_next/static/|_next/image|icon.svg$).*)"],
};
