-- A correction is asked for from the certificate of a renewal too: a request is about a claim, an
-- entry or a renewal, and about exactly one of them.

-- AlterTable
ALTER TABLE "correction_requests" ADD COLUMN     "renewal_id" UUID;

-- CreateIndex
CREATE INDEX "correction_requests_renewal_id_idx" ON "correction_requests"("renewal_id");

-- AddForeignKey
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_renewal_id_fkey" FOREIGN KEY ("renewal_id") REFERENCES "renewals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The two rules that knew claims and entries alone bear names that the database gave them.
DO $$
DECLARE
  rule text;
BEGIN
  FOR rule IN SELECT conname FROM pg_constraint
     WHERE conrelid = 'correction_requests'::regclass AND contype = 'c'
       AND (pg_get_constraintdef(oid) LIKE '%num_nonnulls%' OR pg_get_constraintdef(oid) LIKE '%certificate_number%') LOOP
    EXECUTE format('ALTER TABLE correction_requests DROP CONSTRAINT %I', rule);
  END LOOP;
END $$;
ALTER TABLE correction_requests
  ADD CONSTRAINT about_one_thing CHECK (num_nonnulls(registration_id, entry_id, renewal_id) = 1),
  ADD CONSTRAINT entries_have_no_certificate CHECK (entry_id IS NULL OR certificate_number IS NULL),
  -- A renewal is asked about from its certificate alone.
  ADD CONSTRAINT renewals_by_their_certificate CHECK (renewal_id IS NULL OR certificate_number IS NOT NULL);

CREATE UNIQUE INDEX one_open_request_a_renewal ON correction_requests (renewal_id) WHERE decided_at IS NULL;

CREATE OR REPLACE FUNCTION keep_correction_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.member_id <> OLD.member_id AND moves_by_merge(to_jsonb(OLD), to_jsonb(NEW)) THEN
    RETURN NEW;
  END IF;
  IF OLD.decided_at IS NOT NULL
     OR (NEW.id, NEW.registration_id, NEW.entry_id, NEW.renewal_id, NEW.certificate_number, NEW.member_id, NEW.message, NEW.requested_at)
       IS DISTINCT FROM
        (OLD.id, OLD.registration_id, OLD.entry_id, OLD.renewal_id, OLD.certificate_number, OLD.member_id, OLD.message, OLD.requested_at) THEN
    RAISE EXCEPTION 'a request does not change, and is decided once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
