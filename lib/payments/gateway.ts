import type { News } from "@/lib/payments/rules";

/** What a hosted page asks its visitor to pay, and where it leads back to. */
export type PageAsked = {
  /** Our name of it; asked twice, a gateway opens one page. */
  paymentId: string;
  cents: number;
  currency: string;
  expiresAt: Date;
  title: string;
  description: string;
  email: string;
  /** Neither says anything: only the gateway's signed news do. */
  paidUrl: string;
  leftUrl: string;
};

export type RefundAsked = {
  paymentId: string;
  paymentRef: string;
  cents: number;
  currency: string;
};

/** What a gateway tells of one of our pages, its signature checked. */
export type GatewayEvent = {
  id: string;
  news: Exclude<News, "paid differently">;
  /** Our name of the payment, as the gateway gives it back. Null: only its own names are known. */
  paymentId: string | null;
  pageId: string | null;
  paymentRef: string | null;
  cents: number | null;
  currency: string | null;
  happenedAt: Date;
};

/** Who takes the money. */
export type Gateway = {
  openPage(asked: PageAsked): Promise<{ pageId: string; pageUrl: string }>;
  /** Closes a page, unless it is used: then its news are on their way. */
  expirePage(pageId: string): Promise<"closed" | "used">;
  /** Gives all of it back; asked twice, once. That it was done is told by an event. */
  refund(asked: RefundAsked): Promise<void>;
  /** Throws ForgedNews unless the gateway signed it just now. Null: nothing that payments care for. */
  readEvent(body: string, signature: string, now: Date): GatewayEvent | null;
};
