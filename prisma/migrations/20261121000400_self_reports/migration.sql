-- The form "Report CECs": what it offers, how much it takes and how it converts. All of it is data
-- that staff change.
ALTER TABLE "settings" ADD COLUMN "document_limit_megabytes" INTEGER NOT NULL DEFAULT 10;
ALTER TABLE "settings" ADD COLUMN "college_hour_factor" INTEGER NOT NULL DEFAULT 10;
ALTER TABLE "settings" ADD COLUMN "ceu_factor" INTEGER NOT NULL DEFAULT 10;
ALTER TABLE settings
  ADD CHECK (document_limit_megabytes BETWEEN 1 AND 100),
  ADD CHECK (college_hour_factor BETWEEN 1 AND 100), ADD CHECK (ceu_factor BETWEEN 1 AND 100);

ALTER TABLE "credit_types" ADD COLUMN "report_position" INTEGER;
UPDATE credit_types SET report_position = offered.position
  FROM (VALUES ('None', 1), ('CEC', 2), ('CME', 3), ('Credit Hour', 4)) AS offered (name, position)
  WHERE credit_types.name = offered.name;

-- A member's wish may be about an accepted entry as well as about a locked claim.
ALTER TABLE "correction_requests" ALTER COLUMN "registration_id" DROP NOT NULL;
ALTER TABLE "correction_requests" ADD COLUMN "entry_id" UUID;
CREATE INDEX "correction_requests_entry_id_idx" ON "correction_requests"("entry_id");
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "credit_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE correction_requests ADD CHECK (num_nonnulls(registration_id, entry_id) = 1);

-- What staff have to look at, the oldest first.
CREATE INDEX credit_entries_awaiting_review ON credit_entries (created_at, id)
  WHERE accepted_at IS NULL AND returned_at IS NULL AND rejected_at IS NULL AND withdrawn_at IS NULL
    AND replaced_at IS NULL;
