import { formatInstant } from "@/lib/calendar";
import { printMoney } from "@/lib/credits/amount";
import type { listNeedingStaff } from "@/lib/payments/queries";
import { ResolveNewsForm } from "./resolve-news-form";

type Told = Awaited<ReturnType<typeof listNeedingStaff>>["news"];

/** News of the payment provider that name none of our payments: somebody has to look there. */
export function NewsOfNothing({ news, zone }: { news: Told; zone: string }) {
  return (
    <section aria-labelledby="news-of-nothing" className="flex flex-col gap-4">
      <h2 id="news-of-nothing">News of no payment of ours</h2>
      <ul className="flex flex-col divide-y divide-hairline border-y border-hairline">
        {news.map(({ gateway, eventId, kind, cents, currency, happenedAt, pageId, paymentRef }) => (
          <li key={eventId} className="flex flex-col gap-3 py-4">
            <p>
              {`${formatInstant(happenedAt, zone)}: ${kind}`}
              {cents !== null && currency ? `, ${printMoney(cents, currency)}` : null}
            </p>
            <p className="text-body text-muted break-all">
              {[gateway, eventId, pageId, paymentRef].filter(Boolean).join(" · ")}
            </p>
            <ResolveNewsForm gateway={gateway} eventName={eventId} />
          </li>
        ))}
      </ul>
    </section>
  );
}
