import { printCredits } from "@/lib/credits/amount";
import type { ProviderPost } from "@/lib/provider-posts/schema";

/** What a post says, in the columns of the import files. */
const COLUMNS = [
  ["post_id", "postId"],
  ["member_number", "memberNumber"],
  ["date_earned", "dateEarned"],
  ["format", "format"],
  ["credits", "credits"],
  ["credit_type", "creditType"],
  ["course_number", "courseNumber"],
  ["course_name", "courseName"],
] as const satisfies readonly [string, keyof ProviderPost][];

/** A provider's posts as the rows of a file: the header is line 1. */
export function rowsOf(provider: string, posts: readonly ProviderPost[]) {
  const header = ["provider", ...COLUMNS.map(([column]) => column)];
  const rows = posts.map((post) => [
    provider,
    ...COLUMNS.map(([, field]) =>
      field === "credits" ? printCredits(post.credits ?? 0) : post[field],
    ),
  ]);
  return [header, ...rows].map((cells, place) => ({ line: place + 1, cells }));
}

/** Where in the posts a cell of those rows stands: "2.memberNumber" is of the third. */
export function placeOf({ line, column }: { line: number; column: string }): string {
  const [, field = column] = COLUMNS.find(([name]) => name === column) ?? [];
  return `${line - 2}.${field}`;
}
