import { Button } from "./button";
import { PageHeading } from "./page-heading";

/** What a page says instead of itself when it failed, with the reference that finds the fault in the log. */
export function ErrorReport({ error, retry }: { error: unknown; retry: () => void }) {
  const reference =
    error instanceof Error && "digest" in error && typeof error.digest === "string"
      ? error.digest
      : null;
  return (
    <>
      <PageHeading title="This page could not be shown">
        The fault is ours. What you saved before is safe. Try again; if it happens once more, write
        to the address at the foot of the page{reference ? " and name this reference" : null}.
      </PageHeading>
      {reference ? (
        <p className="text-muted">
          Reference <span className="font-semibold text-ink tabular-nums">{reference}</span>
        </p>
      ) : null}
      <div>
        <Button variant="primary" onClick={retry}>
          Try again
        </Button>
      </div>
    </>
  );
}
