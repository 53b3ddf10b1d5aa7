import { reviewBatchesPath, reviewQueuePath } from "@/lib/addresses";
import { LinkTab } from "./link-tab";

/** The two queues of the review desk, with what waits in each; a filter goes along. */
export function ReviewTabs({
  here,
  waiting: { review, forms },
  search,
}: {
  here: "entries" | "forms";
  waiting: { review: number; forms: number };
  search: { q: string; format: string };
}) {
  return (
    <nav
      aria-label="Queues"
      className="flex flex-wrap gap-x-6 border-b border-hairline print:hidden"
    >
      <LinkTab href={reviewQueuePath(search)} isHere={here === "entries"}>
        {`Self-reports (${review})`}
      </LinkTab>
      <LinkTab href={reviewBatchesPath(search)} isHere={here === "forms"}>
        {`Submitted forms (${forms})`}
      </LinkTab>
    </nav>
  );
}
