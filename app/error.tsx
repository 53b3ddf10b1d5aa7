"use client";

import { ErrorReport } from "@/components/error-report";

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return <ErrorReport error={error} retry={retry} />;
}
