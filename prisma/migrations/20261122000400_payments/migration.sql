-- Payments: hosted pages of a gateway, the news of what became of them, and what staff made of it.
CREATE TYPE "payment_gateway" AS ENUM ('stripe', 'test');

-- CreateEnum
CREATE TYPE "payment_hold" AS ENUM ('amount_differs', 'page_differs', 'invoice_void', 'nothing_due', 'renewal_lapsed', 'part_refunded');

-- CreateTable
CREATE TABLE "payments" (
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "gateway" "payment_gateway" NOT NULL,
    "page_id" TEXT,
    "page_url" TEXT,
    "cents" INTEGER NOT NULL,
    "late_fee" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "payment_ref" TEXT,
    "declined_at" TIMESTAMPTZ(3),
    "expired_at" TIMESTAMPTZ(3),
    "pending_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "paid_at" TIMESTAMPTZ(3),
    "refunded_at" TIMESTAMPTZ(3),
    "refund_failed_at" TIMESTAMPTZ(3),
    "held_at" TIMESTAMPTZ(3),
    "held_why" "payment_hold",
    "refund_requested_at" TIMESTAMPTZ(3),
    "refund_requested_by_id" UUID,
    "refund_reason" TEXT,
    "standing" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_events" (
    "gateway" "payment_gateway" NOT NULL,
    "event_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payment_id" UUID,
    "page_id" TEXT,
    "payment_ref" TEXT,
    "cents" INTEGER,
    "currency" TEXT,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_events_pkey" PRIMARY KEY ("gateway","event_id")
);

-- CreateTable
CREATE TABLE "payment_resolutions" (
    "id" UUID NOT NULL,
    "payment_id" UUID,
    "gateway" "payment_gateway",
    "event_id" TEXT,
    "note" TEXT NOT NULL,
    "resolved_by_id" UUID,
    "resolved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_resolutions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "payments_gateway_payment_ref_idx" ON "payments"("gateway", "payment_ref");

-- CreateIndex
CREATE INDEX "payments_invoice_id_idx" ON "payments"("invoice_id");

-- CreateIndex
CREATE INDEX "payments_refund_requested_by_id_idx" ON "payments"("refund_requested_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "payments_gateway_page_id_key" ON "payments"("gateway", "page_id");

-- CreateIndex
CREATE INDEX "payment_events_payment_id_idx" ON "payment_events"("payment_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_resolutions_payment_id_key" ON "payment_resolutions"("payment_id");

-- CreateIndex
CREATE INDEX "payment_resolutions_resolved_by_id_idx" ON "payment_resolutions"("resolved_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_resolutions_gateway_event_id_key" ON "payment_resolutions"("gateway", "event_id");

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_refund_requested_by_id_fkey" FOREIGN KEY ("refund_requested_by_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_events" ADD CONSTRAINT "payment_events_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_resolutions" ADD CONSTRAINT "payment_resolutions_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_resolutions" ADD CONSTRAINT "payment_resolutions_gateway_event_id_fkey" FOREIGN KEY ("gateway", "event_id") REFERENCES "payment_events"("gateway", "event_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_resolutions" ADD CONSTRAINT "payment_resolutions_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE payments
  ADD CHECK (cents > 0), ADD CHECK (late_fee BETWEEN 0 AND cents), ADD CHECK (currency ~ '^[a-z]{3}$'),
  ADD CHECK (expires_at > opened_at), ADD CHECK (num_nulls(page_id, page_url) IN (0, 2)),
  ADD CHECK (num_nulls(held_at, held_why) IN (0, 2)),
  ADD CHECK (num_nulls(refund_requested_at, refund_reason) IN (0, 2)),
  ADD CHECK (refund_requested_by_id IS NULL OR refund_requested_at IS NOT NULL),
  ADD CHECK (refund_requested_at IS NULL OR paid_at IS NOT NULL), ADD CHECK (trim(refund_reason) <> ''),
  ADD CHECK (NOT standing OR (paid_at IS NOT NULL AND refunded_at IS NULL AND held_at IS NULL));
ALTER TABLE payment_events ADD CHECK (event_id <> '');
ALTER TABLE payment_resolutions ADD CHECK (trim(note) <> ''),
  ADD CHECK (num_nulls(gateway, event_id) IN (0, 2)), ADD CHECK (num_nonnulls(payment_id, event_id) = 1);

-- An invoice is paid once.
CREATE UNIQUE INDEX one_standing_payment_an_invoice ON payments (invoice_id) WHERE standing;

-- What staff look for: money that pays nothing, and news of no payment of ours.
CREATE INDEX payments_paying_nothing ON payments (id)
  WHERE (paid_at IS NOT NULL AND refunded_at IS NULL AND NOT standing) OR held_at IS NOT NULL OR refund_failed_at IS NOT NULL;
CREATE INDEX payment_events_of_nothing ON payment_events (received_at) WHERE payment_id IS NULL;

-- A page is for one invoice and one amount, and what happened to it has happened.
CREATE FUNCTION keep_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.invoice_id, NEW.gateway, NEW.cents, NEW.late_fee, NEW.currency, NEW.opened_at, NEW.expires_at)
       IS DISTINCT FROM (OLD.id, OLD.invoice_id, OLD.gateway, OLD.cents, OLD.late_fee, OLD.currency, OLD.opened_at, OLD.expires_at)
     OR (OLD.page_id IS NOT NULL AND (NEW.page_id, NEW.page_url) IS DISTINCT FROM (OLD.page_id, OLD.page_url))
     OR (OLD.payment_ref IS NOT NULL AND NEW.payment_ref IS DISTINCT FROM OLD.payment_ref)
     OR (OLD.declined_at IS NOT NULL AND NEW.declined_at IS DISTINCT FROM OLD.declined_at)
     OR (OLD.expired_at IS NOT NULL AND NEW.expired_at IS DISTINCT FROM OLD.expired_at)
     OR (OLD.pending_at IS NOT NULL AND NEW.pending_at IS DISTINCT FROM OLD.pending_at)
     OR (OLD.failed_at IS NOT NULL AND NEW.failed_at IS DISTINCT FROM OLD.failed_at)
     OR (OLD.paid_at IS NOT NULL AND NEW.paid_at IS DISTINCT FROM OLD.paid_at)
     OR (OLD.refunded_at IS NOT NULL AND NEW.refunded_at IS DISTINCT FROM OLD.refunded_at)
     OR (OLD.refund_failed_at IS NOT NULL AND NEW.refund_failed_at IS DISTINCT FROM OLD.refund_failed_at)
     OR (OLD.held_at IS NOT NULL AND (NEW.held_at, NEW.held_why) IS DISTINCT FROM (OLD.held_at, OLD.held_why))
     OR (OLD.refund_requested_at IS NOT NULL AND (NEW.refund_requested_at, NEW.refund_reason)
         IS DISTINCT FROM (OLD.refund_requested_at, OLD.refund_reason)) THEN
    RAISE EXCEPTION 'what happened to a payment has happened' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payments_facts BEFORE UPDATE ON payments FOR EACH ROW EXECUTE FUNCTION keep_payment();
CREATE TRIGGER payments_kept BEFORE DELETE ON payments FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_events_kept BEFORE UPDATE OR DELETE ON payment_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_resolutions_kept BEFORE UPDATE OR DELETE ON payment_resolutions FOR EACH ROW EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT, UPDATE ON payments TO credence_app;
GRANT SELECT, INSERT ON payment_events, payment_resolutions TO credence_app;
