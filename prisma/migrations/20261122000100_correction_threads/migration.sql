-- Corrections from the member's wish to the decision: a request is decided once, a thread of notes
-- stands beside it, and a correction says which request it fulfils.

-- CreateEnum
CREATE TYPE "correction_decision" AS ENUM ('accepted', 'declined');

-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'correction_noted';
ALTER TYPE "message_kind" ADD VALUE 'correction_decided';

-- AlterTable
ALTER TABLE "correction_requests" ADD COLUMN     "certificate_number" TEXT,
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_by_id" UUID,
ADD COLUMN     "decision" "correction_decision",
ADD COLUMN     "decision_note" TEXT;

-- AlterTable
ALTER TABLE "corrections" ADD COLUMN     "request_id" UUID;

-- CreateTable
CREATE TABLE "entry_corrections" (
    "entry_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "corrected_by_id" UUID,
    "corrected_at" TIMESTAMPTZ(3) NOT NULL,
    "request_id" UUID,

    CONSTRAINT "entry_corrections_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "correction_notes" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "correction_notes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "corrections_request_id_idx" ON "corrections"("request_id");
CREATE INDEX "entry_corrections_corrected_by_id_idx" ON "entry_corrections"("corrected_by_id");
CREATE INDEX "entry_corrections_request_id_idx" ON "entry_corrections"("request_id");
CREATE INDEX "correction_requests_certificate_number_idx" ON "correction_requests"("certificate_number");
CREATE INDEX "correction_requests_decided_by_id_idx" ON "correction_requests"("decided_by_id");
CREATE INDEX "correction_requests_decided_at_id_idx" ON "correction_requests"("decided_at", "id");
CREATE INDEX "correction_notes_request_id_written_at_idx" ON "correction_notes"("request_id", "written_at");
CREATE INDEX "correction_notes_author_id_idx" ON "correction_notes"("author_id");

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "correction_requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "entry_corrections" ADD CONSTRAINT "entry_corrections_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "credit_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "entry_corrections" ADD CONSTRAINT "entry_corrections_corrected_by_id_fkey" FOREIGN KEY ("corrected_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "entry_corrections" ADD CONSTRAINT "entry_corrections_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "correction_requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_certificate_number_fkey" FOREIGN KEY ("certificate_number") REFERENCES "certificates"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "correction_notes" ADD CONSTRAINT "correction_notes_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "correction_requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "correction_notes" ADD CONSTRAINT "correction_notes_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Until now a member could ask about the same thing again and again: the latest wish stays open.
DROP TRIGGER correction_requests_kept ON correction_requests;
UPDATE correction_requests r
   SET decided_at = r.requested_at, decision = 'declined', decision_note = 'You asked about this again: the later request is the one that is answered.'
 WHERE EXISTS (SELECT FROM correction_requests later
   WHERE (later.registration_id = r.registration_id OR later.entry_id = r.entry_id)
     AND (later.requested_at, later.id) > (r.requested_at, r.id));

ALTER TABLE correction_requests
  ADD CHECK ((decided_at IS NULL) = (decision IS NULL)),
  ADD CHECK ((decided_at IS NULL) = (decision_note IS NULL)), ADD CHECK (btrim(decision_note) <> ''),
  ADD CHECK (decided_by_id IS NULL OR decided_at IS NOT NULL),
  ADD CONSTRAINT nobody_decides_their_own CHECK (decided_by_id <> member_id),
  ADD CHECK (certificate_number IS NULL OR registration_id IS NOT NULL);
ALTER TABLE entry_corrections ADD CHECK (btrim(reason) <> '');
ALTER TABLE correction_notes ADD CHECK (btrim(text) <> '');

-- One open wish a subject.
CREATE UNIQUE INDEX one_open_request_a_claim ON correction_requests (registration_id) WHERE decided_at IS NULL;
CREATE UNIQUE INDEX one_open_request_an_entry ON correction_requests (entry_id) WHERE decided_at IS NULL;
-- The queue of staff, the oldest first.
CREATE INDEX correction_requests_open ON correction_requests (requested_at, id) WHERE decided_at IS NULL;

-- What was asked never changes; it is decided once.
CREATE FUNCTION keep_correction_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.decided_at IS NOT NULL
     OR (NEW.id, NEW.registration_id, NEW.entry_id, NEW.certificate_number, NEW.member_id, NEW.message, NEW.requested_at)
       IS DISTINCT FROM
        (OLD.id, OLD.registration_id, OLD.entry_id, OLD.certificate_number, OLD.member_id, OLD.message, OLD.requested_at) THEN
    RAISE EXCEPTION 'a request does not change, and is decided once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER correction_requests_frozen BEFORE UPDATE ON correction_requests
  FOR EACH ROW EXECUTE FUNCTION keep_correction_request();
CREATE TRIGGER correction_requests_kept BEFORE DELETE ON correction_requests
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER correction_notes_kept BEFORE UPDATE OR DELETE ON correction_notes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER correction_notes_not_emptied BEFORE TRUNCATE ON correction_notes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_corrections_kept BEFORE UPDATE OR DELETE ON entry_corrections
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_corrections_not_emptied BEFORE TRUNCATE ON entry_corrections
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON correction_notes, entry_corrections TO credence_app;
GRANT UPDATE (decided_at, decided_by_id, decision, decision_note) ON correction_requests TO credence_app;
