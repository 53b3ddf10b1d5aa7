-- Self-reported credit and what counts: formats, providers, programs with their rules, certifications
-- with their cycles, credit entries and the documents that prove them.

-- CreateEnum
CREATE TYPE "entry_source" AS ENUM ('claim', 'self_report', 'provider_post', 'reporting_form', 'staff', 'import');

-- CreateEnum
CREATE TYPE "document_store" AS ENUM ('database', 's3');

-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'entry_decided';

-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "move_on" DATE;

-- AlterTable
ALTER TABLE "activity_types" ADD COLUMN     "format" TEXT NOT NULL DEFAULT 'Other';

-- CreateTable
CREATE TABLE "formats" (
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "document_required" BOOLEAN NOT NULL DEFAULT false,
    "review_required" BOOLEAN NOT NULL DEFAULT false,
    "conversion_offered" BOOLEAN NOT NULL DEFAULT false,
    "participation" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "formats_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "providers" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL GENERATED ALWAYS AS (identifier_key("name")) STORED,
    "in_network" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "providers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programs" (
    "code" TEXT NOT NULL,

    CONSTRAINT "programs_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "program_names" (
    "code" TEXT NOT NULL,
    "code_key" TEXT NOT NULL GENERATED ALWAYS AS (identifier_key("code")) STORED,
    "program_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "from_on" DATE NOT NULL,

    CONSTRAINT "program_names_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "rule_versions" (
    "id" UUID NOT NULL,
    "program_code" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "terms" JSONB NOT NULL,

    CONSTRAINT "rule_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certifications" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "program_code" TEXT NOT NULL,

    CONSTRAINT "certifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cycles" (
    "id" UUID NOT NULL,
    "certification_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "renewed_at" TIMESTAMPTZ(3),
    "rule_version_id" UUID,

    CONSTRAINT "cycles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit_entries" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "source" "entry_source" NOT NULL,
    "external_id" TEXT,
    "external_key" TEXT GENERATED ALWAYS AS (identifier_key("external_id")) STORED,
    "earned_on" DATE NOT NULL,
    "reported_on" DATE NOT NULL,
    "format" TEXT NOT NULL,
    "credits" INTEGER NOT NULL,
    "credit_type" TEXT NOT NULL,
    "provider_id" UUID,
    "provider_other" TEXT,
    "course_number" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "entered" JSONB,
    "registration_id" UUID,
    "event_day_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "returned_at" TIMESTAMPTZ(3),
    "rejected_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "review_note" TEXT,
    "not_duplicate_at" TIMESTAMPTZ(3),
    "replaces_id" UUID,
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "credit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_drafts" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "fields" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "documents" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "entry_id" UUID,
    "draft_id" UUID,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "store" "document_store" NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_contents" (
    "document_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "document_contents_pkey" PRIMARY KEY ("document_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "providers_name_key_key" ON "providers"("name_key");

-- CreateIndex
CREATE UNIQUE INDEX "program_names_code_key_key" ON "program_names"("code_key");

-- CreateIndex
CREATE UNIQUE INDEX "program_names_program_code_from_on_key" ON "program_names"("program_code", "from_on");

-- CreateIndex
CREATE UNIQUE INDEX "rule_versions_program_code_from_on_key" ON "rule_versions"("program_code", "from_on");

-- CreateIndex
CREATE INDEX "certifications_program_code_idx" ON "certifications"("program_code");

-- CreateIndex
CREATE UNIQUE INDEX "certifications_member_id_program_code_key" ON "certifications"("member_id", "program_code");

-- CreateIndex
CREATE INDEX "cycles_rule_version_id_idx" ON "cycles"("rule_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "cycles_certification_id_starts_on_key" ON "cycles"("certification_id", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "credit_entries_replaces_id_key" ON "credit_entries"("replaces_id");

-- CreateIndex
CREATE INDEX "credit_entries_member_id_earned_on_idx" ON "credit_entries"("member_id", "earned_on");

-- CreateIndex
CREATE INDEX "credit_entries_format_idx" ON "credit_entries"("format");

-- CreateIndex
CREATE INDEX "credit_entries_credit_type_idx" ON "credit_entries"("credit_type");

-- CreateIndex
CREATE INDEX "credit_entries_provider_id_idx" ON "credit_entries"("provider_id");

-- CreateIndex
CREATE INDEX "credit_entries_registration_id_event_day_id_idx" ON "credit_entries"("registration_id", "event_day_id");

-- CreateIndex
CREATE INDEX "report_drafts_member_id_idx" ON "report_drafts"("member_id");

-- CreateIndex
CREATE INDEX "report_drafts_updated_at_idx" ON "report_drafts"("updated_at");

-- CreateIndex
CREATE INDEX "documents_member_id_idx" ON "documents"("member_id");

-- CreateIndex
CREATE INDEX "documents_entry_id_idx" ON "documents"("entry_id");

-- CreateIndex
CREATE INDEX "documents_draft_id_idx" ON "documents"("draft_id");

-- CreateIndex
CREATE INDEX "documents_uploaded_at_idx" ON "documents"("uploaded_at");

-- CreateIndex
CREATE INDEX "activity_types_format_idx" ON "activity_types"("format");

-- The formats that the form offers, in its order. All of it is data that staff change.
INSERT INTO formats (name, position, document_required, review_required, conversion_offered, participation) VALUES
  ('Live course', 1, false, false, false, false),
  ('Online course', 2, false, false, false, false),
  ('College course', 3, true, true, true, false),
  ('Conference', 4, false, false, false, false),
  ('Teaching', 5, false, false, false, false),
  ('Volunteering', 6, false, false, false, true),
  ('CPR/first aid', 7, true, false, false, false),
  ('Reading', 8, false, false, false, false),
  ('Other', 9, false, true, true, false);

UPDATE activity_types SET format = CASE name
  WHEN 'Live event' THEN 'Live course'
  WHEN 'Online course' THEN 'Online course'
  WHEN 'Journal' THEN 'Reading'
  WHEN 'Enduring material' THEN 'Reading'
  ELSE 'Other' END;

-- AddForeignKey
ALTER TABLE "activity_types" ADD CONSTRAINT "activity_types_format_fkey" FOREIGN KEY ("format") REFERENCES "formats"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_names" ADD CONSTRAINT "program_names_program_code_fkey" FOREIGN KEY ("program_code") REFERENCES "programs"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_program_code_fkey" FOREIGN KEY ("program_code") REFERENCES "programs"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certifications" ADD CONSTRAINT "certifications_program_code_fkey" FOREIGN KEY ("program_code") REFERENCES "programs"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_certification_id_fkey" FOREIGN KEY ("certification_id") REFERENCES "certifications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_rule_version_id_fkey" FOREIGN KEY ("rule_version_id") REFERENCES "rule_versions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_format_fkey" FOREIGN KEY ("format") REFERENCES "formats"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_credit_type_fkey" FOREIGN KEY ("credit_type") REFERENCES "credit_types"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "credit_entries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_drafts" ADD CONSTRAINT "report_drafts_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "credit_entries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "report_drafts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_contents" ADD CONSTRAINT "document_contents_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;


ALTER TABLE formats ADD CHECK (name <> ''), ADD CHECK (position > 0);
ALTER TABLE providers ADD CHECK (name <> '');
ALTER TABLE program_names ADD CHECK (code <> '' AND name <> '');
ALTER TABLE cycles ADD CHECK (ends_on >= starts_on), ADD CHECK (renewed_at IS NOT NULL OR rule_version_id IS NULL);
ALTER TABLE credit_entries
  ADD CHECK (credits BETWEEN 0 AND 99999), ADD CHECK (btrim(title) <> ''),
  ADD CHECK (provider_id IS NULL OR provider_other IS NULL),
  ADD CHECK ((source = 'claim') = (registration_id IS NOT NULL)),
  ADD CHECK ((registration_id IS NULL) = (event_day_id IS NULL)),
  ADD CHECK (num_nonnulls(accepted_at, returned_at, rejected_at, withdrawn_at) <= 1),
  ADD CHECK (replaces_id <> id);
ALTER TABLE documents ADD CHECK (size > 0), ADD CHECK (file_name <> ''),
  ADD CHECK (entry_id IS NULL OR draft_id IS NULL),
  ADD CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png', 'image/heic'));

-- One standing entry for an imported key, and for a day of a claim.
CREATE UNIQUE INDEX one_standing_entry_a_key ON credit_entries (external_key) WHERE replaced_at IS NULL;
CREATE UNIQUE INDEX one_standing_entry_a_claim_day ON credit_entries (registration_id, event_day_id)
  WHERE replaced_at IS NULL;

-- What an entry says never changes; a decision about it is made once.
CREATE FUNCTION keep_entry_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.member_id, NEW.source, NEW.external_id, NEW.earned_on, NEW.reported_on, NEW.format, NEW.credits,
      NEW.credit_type, NEW.provider_id, NEW.provider_other, NEW.course_number, NEW.title, NEW.entered,
      NEW.registration_id, NEW.event_day_id, NEW.created_at, NEW.replaces_id)
       IS DISTINCT FROM
     (OLD.id, OLD.member_id, OLD.source, OLD.external_id, OLD.earned_on, OLD.reported_on, OLD.format, OLD.credits,
      OLD.credit_type, OLD.provider_id, OLD.provider_other, OLD.course_number, OLD.title, OLD.entered,
      OLD.registration_id, OLD.event_day_id, OLD.created_at, OLD.replaces_id)
     OR (OLD.accepted_at IS NOT NULL AND NEW.accepted_at IS DISTINCT FROM OLD.accepted_at)
     OR (OLD.rejected_at IS NOT NULL AND NEW.rejected_at IS DISTINCT FROM OLD.rejected_at)
     OR (OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at)
     OR (OLD.replaced_at IS NOT NULL AND NEW.replaced_at IS DISTINCT FROM OLD.replaced_at) THEN
    RAISE EXCEPTION 'an entry does not change: a correction is a new one' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER credit_entries_frozen BEFORE UPDATE ON credit_entries
  FOR EACH ROW EXECUTE FUNCTION keep_entry_facts();
CREATE TRIGGER credit_entries_kept BEFORE DELETE ON credit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The document of a saved entry stays as it was uploaded.
CREATE FUNCTION keep_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the document of an entry does not change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER documents_frozen BEFORE UPDATE OR DELETE ON documents
  FOR EACH ROW WHEN (OLD.entry_id IS NOT NULL) EXECUTE FUNCTION keep_document();
CREATE TRIGGER document_contents_frozen BEFORE UPDATE ON document_contents
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT, UPDATE ON formats, providers, programs, program_names, rule_versions, certifications,
  cycles, credit_entries, report_drafts, documents, document_contents TO credence_app;
GRANT DELETE ON report_drafts, documents, document_contents TO credence_app;
