-- Renewals, their invoices and waivers; a certificate is a claim's or a renewal's.
-- CreateEnum
CREATE TYPE "invoice_line_kind" AS ENUM ('fee', 'late_fee', 'adjustment', 'waiver');

-- CreateEnum
CREATE TYPE "waiver_reason" AS ENUM ('deployment', 'emeritus', 'other');

-- CreateEnum
CREATE TYPE "waived_part" AS ENUM ('fee', 'credits');

-- AlterEnum

ALTER TYPE "message_kind" ADD VALUE 'renewal_due';
ALTER TYPE "message_kind" ADD VALUE 'payment_received';
ALTER TYPE "message_kind" ADD VALUE 'payment_refunded';
ALTER TYPE "message_kind" ADD VALUE 'renewed';
ALTER TYPE "message_kind" ADD VALUE 'form_signed';
ALTER TYPE "message_kind" ADD VALUE 'form_returned';
ALTER TYPE "message_kind" ADD VALUE 'form_decided';

-- AlterTable
ALTER TABLE "certificate_versions" ALTER COLUMN "submission_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "certificates" ADD COLUMN     "renewal_id" UUID,
ALTER COLUMN "registration_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "cycles" ADD COLUMN     "renewal_id" UUID;

-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "currency" TEXT NOT NULL DEFAULT 'usd',
ADD COLUMN     "invoice_days_before" INTEGER NOT NULL DEFAULT 60;

-- CreateTable
CREATE TABLE "renewals" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "window_from" DATE NOT NULL,
    "window_to" DATE NOT NULL,
    "late_fee_from" DATE NOT NULL,
    "lapses_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "contact_confirmed_at" TIMESTAMPTZ(3),
    "renewed_at" TIMESTAMPTZ(3),
    "unsettled" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "renewals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoices" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "renewal_id" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "required_credits" INTEGER NOT NULL,
    "ruled_credits" INTEGER NOT NULL,
    "minimum_credits" INTEGER NOT NULL,
    "ruled_minimum" INTEGER NOT NULL,
    "late_fee" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "reason" TEXT,
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_lines" (
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "invoice_line_kind" NOT NULL,
    "cycle_id" UUID,
    "text" TEXT NOT NULL,
    "cents" INTEGER NOT NULL,

    CONSTRAINT "invoice_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_numbers" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "last" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "invoice_numbers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waivers" (
    "id" UUID NOT NULL,
    "renewal_id" UUID NOT NULL,
    "part" "waived_part" NOT NULL,
    "kind" "waiver_reason" NOT NULL,
    "reason" TEXT NOT NULL,
    "granted_by_id" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "waivers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "renewals_due_on_id_idx" ON "renewals"("due_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "renewals_member_id_due_on_window_from_key" ON "renewals"("member_id", "due_on", "window_from");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_number_key" ON "invoices"("number");

-- CreateIndex
CREATE INDEX "invoices_renewal_id_idx" ON "invoices"("renewal_id");

-- CreateIndex
CREATE INDEX "invoice_lines_cycle_id_idx" ON "invoice_lines"("cycle_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_lines_invoice_id_position_key" ON "invoice_lines"("invoice_id", "position");

-- CreateIndex
CREATE INDEX "waivers_granted_by_id_idx" ON "waivers"("granted_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "waivers_renewal_id_part_key" ON "waivers"("renewal_id", "part");

-- CreateIndex
CREATE UNIQUE INDEX "certificates_renewal_id_key" ON "certificates"("renewal_id");

-- CreateIndex
CREATE INDEX "cycles_renewal_id_idx" ON "cycles"("renewal_id");

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_renewal_id_fkey" FOREIGN KEY ("renewal_id") REFERENCES "renewals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_renewal_id_fkey" FOREIGN KEY ("renewal_id") REFERENCES "renewals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "renewals" ADD CONSTRAINT "renewals_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_renewal_id_fkey" FOREIGN KEY ("renewal_id") REFERENCES "renewals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_renewal_id_fkey" FOREIGN KEY ("renewal_id") REFERENCES "renewals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_granted_by_id_fkey" FOREIGN KEY ("granted_by_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE settings
  ADD CHECK (invoice_days_before BETWEEN 1 AND 365), ADD CHECK (currency ~ '^[a-z]{3}$');
ALTER TABLE certificates ADD CHECK (num_nonnulls(registration_id, renewal_id) = 1);
ALTER TABLE renewals ADD CHECK (window_from <= window_to), ADD CHECK (late_fee_from >= due_on),
  ADD CHECK (lapses_on > due_on);
ALTER TABLE invoices ADD CHECK (number > 0), ADD CHECK (late_fee >= 0), ADD CHECK (currency ~ '^[a-z]{3}$'),
  ADD CHECK (required_credits BETWEEN 0 AND 99999), ADD CHECK (ruled_credits BETWEEN 0 AND 99999),
  ADD CHECK (minimum_credits BETWEEN 0 AND required_credits), ADD CHECK (ruled_minimum BETWEEN 0 AND ruled_credits);
ALTER TABLE invoice_lines ADD CHECK (position > 0), ADD CHECK (cents BETWEEN -100000000 AND 100000000),
  ADD CHECK (kind <> 'fee' OR cycle_id IS NOT NULL);
ALTER TABLE invoice_numbers ADD CHECK (id = 1);
INSERT INTO invoice_numbers (id, last) VALUES (1, 0);
ALTER TABLE waivers ADD CHECK (trim(reason) <> '');

-- One invoice binds; the ones before it are void.
CREATE UNIQUE INDEX one_binding_invoice_a_renewal ON invoices (renewal_id) WHERE voided_at IS NULL;
CREATE INDEX renewals_unsettled ON renewals (id) WHERE unsettled AND renewed_at IS NULL;

-- An invoice says what it said when it was issued; it may become void, once.
CREATE FUNCTION keep_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.voided_at IS NOT NULL
     OR (NEW.id, NEW.number, NEW.renewal_id, NEW.issued_at, NEW.required_credits, NEW.ruled_credits, NEW.minimum_credits,
         NEW.ruled_minimum, NEW.late_fee, NEW.currency, NEW.reason)
        IS DISTINCT FROM (OLD.id, OLD.number, OLD.renewal_id, OLD.issued_at, OLD.required_credits, OLD.ruled_credits,
         OLD.minimum_credits, OLD.ruled_minimum, OLD.late_fee, OLD.currency, OLD.reason) THEN
    RAISE EXCEPTION 'an issued invoice does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER invoices_frozen BEFORE UPDATE ON invoices FOR EACH ROW EXECUTE FUNCTION keep_invoice();
CREATE TRIGGER invoices_kept BEFORE DELETE ON invoices FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER invoice_lines_kept BEFORE UPDATE OR DELETE ON invoice_lines FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER waivers_kept BEFORE UPDATE OR DELETE ON waivers FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER renewals_kept BEFORE DELETE ON renewals FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Whichever way an entry came or changed, the renewal that it may complete is looked at again.
CREATE FUNCTION unsettle_renewals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE renewals SET unsettled = true
    WHERE renewed_at IS NULL AND NOT unsettled AND member_id IN (SELECT member_id FROM changed);
  RETURN NULL;
END $$;
CREATE TRIGGER entries_made AFTER INSERT ON credit_entries REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION unsettle_renewals();
CREATE TRIGGER entries_changed AFTER UPDATE ON credit_entries REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION unsettle_renewals();

GRANT SELECT, INSERT, UPDATE ON renewals, invoices TO credence_app;
GRANT SELECT, UPDATE ON invoice_numbers TO credence_app;
GRANT SELECT, INSERT ON invoice_lines, waivers TO credence_app;
