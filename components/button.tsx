import type { ComponentProps } from "react";

export type ButtonLook = {
  variant?: "primary" | "secondary" | "quiet" | "danger";
  /** `compact` for rows of a table and for staff. */
  size?: "regular" | "compact";
};

const variants = {
  primary: "bg-accent text-on-accent border-transparent hover:bg-accent-deep",
  secondary: "bg-surface text-ink border-edge hover:bg-sunken hover:border-ink",
  quiet: "bg-transparent text-accent border-transparent hover:bg-accent-tint",
  danger: "bg-transparent text-bad border-current hover:bg-bad-tint",
};

const sizes = {
  regular: "min-h-11 px-5 text-lead",
  compact: "min-h-9 px-3 text-body",
};

/** One look for buttons and for links that act as one: `ButtonLink` asks here too. */
export function buttonClass({ variant = "secondary", size = "regular" }: ButtonLook) {
  return `inline-flex items-center justify-center gap-2 rounded-soft border py-1 text-center font-semibold leading-tight no-underline transition-colors aria-disabled:cursor-default aria-disabled:opacity-65 print:hidden ${variants[variant]} ${sizes[size]}`;
}

export function Button({
  variant,
  size,
  type = "button",
  className = "",
  ...button
}: ButtonLook & ComponentProps<"button">) {
  return (
    <button type={type} className={`${buttonClass({ variant, size })} ${className}`} {...button} />
  );
}
