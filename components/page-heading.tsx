import type { ReactNode } from "react";

/** The page's one `h1` and one sentence that says what to do here. */
export function PageHeading({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex flex-col gap-2">
      <h1 className="wrap-anywhere">{title}</h1>
      {children ? <p className="measure text-muted">{children}</p> : null}
    </div>
  );
}
