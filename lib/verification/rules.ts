export type Answer = { is: "genuine" } | { is: "superseded"; by: number } | { is: "revoked" };

/** How a version stands among all of its number, the latest first. A later one supersedes it; the last may be revoked. */
export function answerFor(
  version: { version: number; revokedAt: Date | null },
  versions: readonly { version: number }[],
): Answer {
  const latest = versions[0] ?? version;
  if (version.revokedAt) return { is: "revoked" };
  return latest.version > version.version
    ? { is: "superseded", by: latest.version }
    : { is: "genuine" };
}
