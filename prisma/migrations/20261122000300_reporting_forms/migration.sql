-- CEC Reporting Forms with the signatures of local offices, and the batches that members submit of them.
-- CreateEnum
CREATE TYPE "line_verdict" AS ENUM ('approve', 'return', 'reject');

-- AlterTable
ALTER TABLE "documents" ADD COLUMN     "form_id" UUID;

-- AlterTable
ALTER TABLE "formats" ADD COLUMN     "form_position" INTEGER,
ALTER COLUMN "position" DROP NOT NULL;

-- CreateTable
CREATE TABLE "reporting_forms" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "earned_on" DATE NOT NULL,
    "starts" TEXT NOT NULL,
    "ends" TEXT NOT NULL,
    "break_minutes" INTEGER NOT NULL,
    "credits" INTEGER NOT NULL,
    "credit_type" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "provider_id" UUID,
    "provider_other" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "returned_at" TIMESTAMPTZ(3),
    "return_note" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "reporting_forms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "form_signatures" (
    "id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "form_version" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "office_id" UUID,
    "officer_id" UUID,
    "name" TEXT NOT NULL,
    "attestation" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "scan_id" UUID,
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "form_signatures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batches" (
    "id" UUID NOT NULL,
    "renewal_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_versions" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "attestation" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "lines" JSONB NOT NULL,

    CONSTRAINT "batch_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_lines" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "submitted_in" INTEGER,
    "awaits_since" TIMESTAMPTZ(3),

    CONSTRAINT "batch_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "line_decisions" (
    "id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "verdict" "line_verdict" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "entry_id" UUID,

    CONSTRAINT "line_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reporting_forms_member_id_earned_on_idx" ON "reporting_forms"("member_id", "earned_on");

-- CreateIndex
CREATE INDEX "reporting_forms_credit_type_idx" ON "reporting_forms"("credit_type");

-- CreateIndex
CREATE INDEX "reporting_forms_format_idx" ON "reporting_forms"("format");

-- CreateIndex
CREATE INDEX "reporting_forms_provider_id_idx" ON "reporting_forms"("provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "form_signatures_scan_id_key" ON "form_signatures"("scan_id");

-- CreateIndex
CREATE INDEX "form_signatures_form_id_idx" ON "form_signatures"("form_id");

-- CreateIndex
CREATE INDEX "form_signatures_office_id_idx" ON "form_signatures"("office_id");

-- CreateIndex
CREATE INDEX "form_signatures_officer_id_idx" ON "form_signatures"("officer_id");

-- CreateIndex
CREATE UNIQUE INDEX "batches_renewal_id_key" ON "batches"("renewal_id");

-- CreateIndex
CREATE UNIQUE INDEX "batch_versions_batch_id_number_key" ON "batch_versions"("batch_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "batch_lines_form_id_key" ON "batch_lines"("form_id");

-- CreateIndex
CREATE INDEX "batch_lines_batch_id_idx" ON "batch_lines"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "line_decisions_entry_id_key" ON "line_decisions"("entry_id");

-- CreateIndex
CREATE INDEX "line_decisions_decided_by_id_idx" ON "line_decisions"("decided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "line_decisions_line_id_version_key" ON "line_decisions"("line_id", "version");

-- CreateIndex
CREATE INDEX "documents_form_id_idx" ON "documents"("form_id");

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_form_id_fkey" FOREIGN KEY ("form_id") REFERENCES "reporting_forms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_forms" ADD CONSTRAINT "reporting_forms_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_forms" ADD CONSTRAINT "reporting_forms_credit_type_fkey" FOREIGN KEY ("credit_type") REFERENCES "credit_types"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_forms" ADD CONSTRAINT "reporting_forms_format_fkey" FOREIGN KEY ("format") REFERENCES "formats"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reporting_forms" ADD CONSTRAINT "reporting_forms_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_signatures" ADD CONSTRAINT "form_signatures_form_id_fkey" FOREIGN KEY ("form_id") REFERENCES "reporting_forms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_signatures" ADD CONSTRAINT "form_signatures_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "local_offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_signatures" ADD CONSTRAINT "form_signatures_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_signatures" ADD CONSTRAINT "form_signatures_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batches" ADD CONSTRAINT "batches_renewal_id_fkey" FOREIGN KEY ("renewal_id") REFERENCES "renewals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_versions" ADD CONSTRAINT "batch_versions_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_lines" ADD CONSTRAINT "batch_lines_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_lines" ADD CONSTRAINT "batch_lines_form_id_fkey" FOREIGN KEY ("form_id") REFERENCES "reporting_forms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "line_decisions" ADD CONSTRAINT "line_decisions_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "batch_lines"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "line_decisions" ADD CONSTRAINT "line_decisions_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "line_decisions" ADD CONSTRAINT "line_decisions_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "credit_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE formats ADD CHECK (form_position > 0);
INSERT INTO formats (name, position, form_position, participation) VALUES
  ('Expo class', NULL, 1, false), ('Committee', NULL, 2, true)
  ON CONFLICT (name) DO UPDATE SET form_position = excluded.form_position;
UPDATE formats SET form_position = offered.place
  FROM (VALUES ('Volunteering', 3), ('Other', 4)) AS offered (name, place)
  WHERE formats.name = offered.name;

ALTER TABLE reporting_forms
  ADD CHECK (version > 0), ADD CHECK (starts ~ '^([01]\d|2[0-3]):[0-5]\d$'), ADD CHECK (ends ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ADD CHECK (ends > starts), ADD CHECK (break_minutes BETWEEN 0 AND 1439), ADD CHECK (credits BETWEEN 1 AND 99999),
  ADD CHECK (btrim(title) <> ''), ADD CHECK (num_nonnulls(provider_id, provider_other) = 1),
  ADD CHECK (btrim(provider_other) <> ''), ADD CHECK (num_nonnulls(sent_at, withdrawn_at) <= 1),
  ADD CHECK (num_nonnulls(sent_at, returned_at) <= 1), ADD CHECK (returned_at IS NULL OR btrim(return_note) <> '');
ALTER TABLE form_signatures
  ADD CHECK (content_hash ~ '^[0-9a-f]{64}$'), ADD CHECK (btrim(name) <> ''), ADD CHECK (btrim(attestation) <> ''),
  ADD CHECK (num_nonnulls(officer_id, scan_id) = 1), ADD CHECK (officer_id IS NULL OR office_id IS NOT NULL);
ALTER TABLE batches ADD CHECK (version >= 0);
ALTER TABLE batch_versions ADD CHECK (number > 0), ADD CHECK (btrim(attestation) <> '');
ALTER TABLE batch_lines ADD CHECK (submitted_in > 0), ADD CHECK (awaits_since IS NULL OR submitted_in IS NOT NULL);
ALTER TABLE line_decisions
  ADD CHECK ((verdict = 'approve') = (entry_id IS NOT NULL)), ADD CHECK (verdict = 'approve' OR btrim(note) <> '');
ALTER TABLE documents ADD CHECK (draft_id IS NULL OR form_id IS NULL);

-- A form carries one signature that is good.
CREATE UNIQUE INDEX one_signature_a_form ON form_signatures (form_id) WHERE voided_at IS NULL;
-- A line is approved or rejected once, whatever it was submitted with; one entry a form.
CREATE UNIQUE INDEX one_end_a_line ON line_decisions (line_id) WHERE verdict <> 'return';
-- What waits at the local offices and before national staff, the oldest first.
CREATE INDEX reporting_forms_sent ON reporting_forms (sent_at, id) WHERE sent_at IS NOT NULL;
CREATE INDEX batch_lines_awaiting ON batch_lines (awaits_since, id) WHERE awaits_since IS NOT NULL;

-- What a form says changes only while nobody vouches for it and nobody decides about it.
CREATE FUNCTION keep_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.member_id, NEW.created_at) IS DISTINCT FROM (OLD.id, OLD.member_id, OLD.created_at)
     OR OLD.withdrawn_at IS NOT NULL THEN
    RAISE EXCEPTION 'this form does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.earned_on, NEW.starts, NEW.ends, NEW.break_minutes, NEW.credits, NEW.credit_type, NEW.format, NEW.title,
      NEW.provider_id, NEW.provider_other, NEW.description, NEW.withdrawn_at)
       IS DISTINCT FROM
     (OLD.earned_on, OLD.starts, OLD.ends, OLD.break_minutes, OLD.credits, OLD.credit_type, OLD.format, OLD.title,
      OLD.provider_id, OLD.provider_other, OLD.description, OLD.withdrawn_at) THEN
    IF EXISTS (SELECT FROM form_signatures WHERE form_id = OLD.id AND voided_at IS NULL) THEN
      RAISE EXCEPTION 'a signed form does not change: its signature is voided first' USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (SELECT FROM batch_lines l LEFT JOIN line_decisions d ON d.line_id = l.id AND d.verdict <> 'return'
               WHERE l.form_id = OLD.id AND (l.awaits_since IS NOT NULL OR d.id IS NOT NULL)) THEN
      RAISE EXCEPTION 'a submitted form does not change' USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reporting_forms_frozen BEFORE UPDATE ON reporting_forms FOR EACH ROW EXECUTE FUNCTION keep_form();
CREATE TRIGGER reporting_forms_kept BEFORE DELETE ON reporting_forms FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A signature says what it said; it may become void, once, and not while somebody decides by it.
CREATE FUNCTION keep_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.voided_at IS NOT NULL
     OR (NEW.id, NEW.form_id, NEW.form_version, NEW.content_hash, NEW.office_id, NEW.officer_id, NEW.name,
         NEW.attestation, NEW.signed_at, NEW.scan_id)
        IS DISTINCT FROM (OLD.id, OLD.form_id, OLD.form_version, OLD.content_hash, OLD.office_id, OLD.officer_id,
         OLD.name, OLD.attestation, OLD.signed_at, OLD.scan_id)
     OR EXISTS (SELECT FROM batch_lines l LEFT JOIN line_decisions d ON d.line_id = l.id AND d.verdict <> 'return'
                WHERE l.form_id = OLD.form_id AND (l.awaits_since IS NOT NULL OR d.id IS NOT NULL)) THEN
    RAISE EXCEPTION 'a signature does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER form_signatures_frozen BEFORE UPDATE ON form_signatures FOR EACH ROW EXECUTE FUNCTION keep_signature();
CREATE TRIGGER form_signatures_kept BEFORE DELETE ON form_signatures FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A line goes before staff with the next version of its batch, and leaves them by a decision alone.
CREATE FUNCTION keep_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.submitted_in IS NOT NULL THEN
      RAISE EXCEPTION 'a submitted line stays in its batch' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF (NEW.id, NEW.batch_id, NEW.form_id) IS DISTINCT FROM (OLD.id, OLD.batch_id, OLD.form_id)
     OR EXISTS (SELECT FROM line_decisions WHERE line_id = OLD.id AND verdict <> 'return'
                AND NEW.submitted_in IS DISTINCT FROM OLD.submitted_in)
     OR (NEW.submitted_in IS DISTINCT FROM OLD.submitted_in
         AND (OLD.awaits_since IS NOT NULL OR NEW.awaits_since IS NULL OR NEW.submitted_in IS NULL
              OR NEW.submitted_in <= OLD.submitted_in))
     OR (NEW.submitted_in IS NOT DISTINCT FROM OLD.submitted_in AND NEW.awaits_since IS DISTINCT FROM OLD.awaits_since
         AND (NEW.awaits_since IS NOT NULL
              OR NOT EXISTS (SELECT FROM line_decisions WHERE line_id = OLD.id AND version = OLD.submitted_in))) THEN
    RAISE EXCEPTION 'a submitted line changes by a decision alone' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER batch_lines_frozen BEFORE UPDATE OR DELETE ON batch_lines FOR EACH ROW EXECUTE FUNCTION keep_line();

-- Decided is what awaits a decision, as it was submitted.
CREATE FUNCTION keep_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM batch_lines WHERE id = NEW.line_id AND submitted_in = NEW.version
                 AND awaits_since IS NOT NULL) THEN
    RAISE EXCEPTION 'this line awaits no decision' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER line_decisions_in_turn BEFORE INSERT ON line_decisions FOR EACH ROW EXECUTE FUNCTION keep_decision();
CREATE TRIGGER line_decisions_kept BEFORE UPDATE OR DELETE ON line_decisions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER batch_versions_kept BEFORE UPDATE OR DELETE ON batch_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER batches_kept BEFORE DELETE ON batches FOR EACH ROW EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT, UPDATE ON reporting_forms, form_signatures, batches, batch_lines TO credence_app;
GRANT DELETE ON batch_lines TO credence_app;
GRANT SELECT, INSERT ON batch_versions, line_decisions TO credence_app;
