"use client";

import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button";
import { LinkPending } from "./link-pending";

/** A link that leads on, drawn as a button. What changes something is a `SubmitButton`, never this. */
export function ButtonLink<To extends string>({
  href,
  variant,
  size,
  children,
}: ButtonLook & { href: Route<To>; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className={buttonClass({ variant, size })}>
      {children}
      <LinkPending />
    </Link>
  );
}
