-- The key under which e-mail addresses, usernames, member numbers, event codes and registration
-- numbers compare: NFKC, trimmed, case-folded (upper then lower folds ß to ss).
CREATE FUNCTION identifier_key(typed text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(upper(btrim(normalize(typed, NFKC), E' \t\n\r') COLLATE "und-x-icu") COLLATE "und-x-icu");

-- CreateEnum
CREATE TYPE "role" AS ENUM ('local_office', 'staff', 'administrator');

-- CreateEnum
CREATE TYPE "audience" AS ENUM ('physicians', 'others', 'all');

-- CreateEnum
CREATE TYPE "registration_source" AS ENUM ('online', 'onsite', 'staff');

-- CreateEnum
CREATE TYPE "paper" AS ENUM ('A4', 'Letter');

-- CreateEnum
CREATE TYPE "message_kind" AS ENUM ('credits_open', 'credits_submitted', 'certificate_changed', 'correction_requested', 'password_reset', 'password_changed', 'email_changed');

-- CreateEnum
CREATE TYPE "attempt_kind" AS ENUM ('sign_in', 'password_reset');

-- CreateTable
CREATE TABLE "settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "association_name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "paper" "paper" NOT NULL,
    "credits_email" TEXT NOT NULL,
    "membership_email" TEXT NOT NULL,
    "signatory_name" TEXT NOT NULL,
    "signatory_title" TEXT NOT NULL,
    "onsite_wait_hours" INTEGER NOT NULL,
    "reset_link_minutes" INTEGER NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit_types" (
    "name" TEXT NOT NULL,
    "increment" INTEGER NOT NULL,
    "minutes_per_credit" INTEGER NOT NULL,
    "retention_years" INTEGER,
    "physicians_only" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "credit_types_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "activity_types" (
    "name" TEXT NOT NULL,

    CONSTRAINT "activity_types_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "professions" (
    "name" TEXT NOT NULL,
    "physician" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "professions_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "local_offices" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "local_offices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "id" UUID NOT NULL,
    "member_number" TEXT,
    "username" TEXT,
    "email" TEXT NOT NULL,
    "first_name" TEXT COLLATE "und-x-icu" NOT NULL,
    "last_name" TEXT COLLATE "und-x-icu" NOT NULL,
    "suffix" TEXT NOT NULL DEFAULT '',
    "profession" TEXT,
    "birth_month_day" TEXT,
    "licence_state" TEXT,
    "licence_number" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "local_office_id" UUID,
    "reporting_consent_at" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identifiers" (
    "key" TEXT NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "identifiers_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "role_grants" (
    "member_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "office_id" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "role_grants_pkey" PRIMARY KEY ("member_id","role")
);

-- CreateTable
CREATE TABLE "sessions" (
    "token_hash" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "password_resets" (
    "token_hash" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_resets_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "attempts" (
    "id" UUID NOT NULL,
    "kind" "attempt_kind" NOT NULL,
    "subject" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "code_key" TEXT NOT NULL GENERATED ALWAYS AS (identifier_key("code")) STORED,
    "title" TEXT NOT NULL,
    "activity_type" TEXT NOT NULL,
    "learning_format" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "credit_type" TEXT NOT NULL,
    "accreditation_statement" TEXT NOT NULL DEFAULT '',
    "first_on" DATE,
    "last_on" DATE,
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_days" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "starts" TEXT NOT NULL,
    "ends" TEXT NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "maximum" INTEGER NOT NULL,

    CONSTRAINT "event_days_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "designations" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "credit_type" TEXT NOT NULL,
    "audience" "audience" NOT NULL,
    "maximum" INTEGER NOT NULL,
    "approval_number" TEXT NOT NULL DEFAULT '',
    "statement" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "designations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registrations" (
    "id" UUID NOT NULL,
    "number" TEXT,
    "number_key" TEXT GENERATED ALWAYS AS (identifier_key("number")) STORED,
    "event_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "source" "registration_source" NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "open_told_at" TIMESTAMPTZ(3),

    CONSTRAINT "registrations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration_days" (
    "registration_id" UUID NOT NULL,
    "event_day_id" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "registration_days_pkey" PRIMARY KEY ("registration_id","event_day_id")
);

-- CreateTable
CREATE TABLE "claim_days" (
    "registration_id" UUID NOT NULL,
    "event_day_id" UUID NOT NULL,
    "credits" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "submission_id" UUID,

    CONSTRAINT "claim_days_pkey" PRIMARY KEY ("registration_id","event_day_id")
);

-- CreateTable
CREATE TABLE "submissions" (
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "attestation" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "submissions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "corrections" (
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "event_day_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "old_credits" INTEGER NOT NULL,
    "new_credits" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "corrected_by_id" UUID,
    "corrected_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "corrections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction_requests" (
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "message" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "correction_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificates" (
    "number" TEXT NOT NULL,
    "registration_id" UUID NOT NULL,

    CONSTRAINT "certificates_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "certificate_versions" (
    "id" UUID NOT NULL,
    "certificate_number" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "submission_id" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,
    "held_reason" TEXT,

    CONSTRAINT "certificate_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate_files" (
    "version_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "rendered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certificate_files_pkey" PRIMARY KEY ("version_id")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" UUID NOT NULL,
    "kind" "message_kind" NOT NULL,
    "member_id" UUID,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "handed_over_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "unknown_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "muted_messages" (
    "member_id" UUID NOT NULL,
    "kind" "message_kind" NOT NULL,

    CONSTRAINT "muted_messages_pkey" PRIMARY KEY ("member_id","kind")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "door" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "digests" JSONB NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_values" (
    "entry_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "audit_values_pkey" PRIMARY KEY ("entry_id","name")
);

-- CreateTable
CREATE TABLE "audit_seals" (
    "number" BIGINT NOT NULL,
    "entry_id" UUID NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_seals_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "worker_beats" (
    "name" TEXT NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_beats_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "local_offices_name_key" ON "local_offices"("name");

-- CreateIndex
CREATE INDEX "members_profession_idx" ON "members"("profession");

-- CreateIndex
CREATE INDEX "members_local_office_id_idx" ON "members"("local_office_id");

-- CreateIndex
CREATE INDEX "members_last_name_first_name_id_idx" ON "members"("last_name", "first_name", "id");

-- CreateIndex
CREATE INDEX "identifiers_member_id_idx" ON "identifiers"("member_id");

-- CreateIndex
CREATE INDEX "role_grants_office_id_idx" ON "role_grants"("office_id");

-- CreateIndex
CREATE INDEX "sessions_member_id_idx" ON "sessions"("member_id");

-- CreateIndex
CREATE INDEX "password_resets_member_id_idx" ON "password_resets"("member_id");

-- CreateIndex
CREATE INDEX "attempts_kind_subject_at_idx" ON "attempts"("kind", "subject", "at");

-- CreateIndex
CREATE INDEX "attempts_at_idx" ON "attempts"("at");

-- CreateIndex
CREATE UNIQUE INDEX "events_code_key_key" ON "events"("code_key");

-- CreateIndex
CREATE INDEX "events_activity_type_idx" ON "events"("activity_type");

-- CreateIndex
CREATE INDEX "events_credit_type_idx" ON "events"("credit_type");

-- CreateIndex
CREATE INDEX "events_last_on_id_idx" ON "events"("last_on", "id");

-- CreateIndex
CREATE INDEX "events_ends_at_idx" ON "events"("ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "event_days_event_id_day_key" ON "event_days"("event_id", "day");

-- CreateIndex
CREATE INDEX "designations_credit_type_idx" ON "designations"("credit_type");

-- CreateIndex
CREATE UNIQUE INDEX "designations_event_id_credit_type_audience_key" ON "designations"("event_id", "credit_type", "audience");

-- CreateIndex
CREATE UNIQUE INDEX "registrations_number_key_key" ON "registrations"("number_key");

-- CreateIndex
CREATE INDEX "registrations_member_id_idx" ON "registrations"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "registrations_event_id_member_id_key" ON "registrations"("event_id", "member_id");

-- CreateIndex
CREATE INDEX "registration_days_event_day_id_idx" ON "registration_days"("event_day_id");

-- CreateIndex
CREATE INDEX "claim_days_submission_id_registration_id_idx" ON "claim_days"("submission_id", "registration_id");

-- CreateIndex
CREATE UNIQUE INDEX "submissions_registration_id_number_key" ON "submissions"("registration_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "submissions_id_registration_id_key" ON "submissions"("id", "registration_id");

-- CreateIndex
CREATE INDEX "corrections_corrected_by_id_idx" ON "corrections"("corrected_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "corrections_registration_id_event_day_id_number_key" ON "corrections"("registration_id", "event_day_id", "number");

-- CreateIndex
CREATE INDEX "correction_requests_registration_id_idx" ON "correction_requests"("registration_id");

-- CreateIndex
CREATE INDEX "correction_requests_member_id_idx" ON "correction_requests"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificates_registration_id_key" ON "certificates"("registration_id");

-- CreateIndex
CREATE INDEX "certificate_versions_submission_id_idx" ON "certificate_versions"("submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_versions_certificate_number_version_key" ON "certificate_versions"("certificate_number", "version");

-- CreateIndex
CREATE INDEX "certificate_files_sha256_idx" ON "certificate_files"("sha256");

-- CreateIndex
CREATE INDEX "messages_member_id_queued_at_idx" ON "messages"("member_id", "queued_at");

-- CreateIndex
CREATE INDEX "messages_queued_at_id_idx" ON "messages"("queued_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entries_sequence_key" ON "audit_entries"("sequence");

-- CreateIndex
CREATE INDEX "audit_entries_subject_subject_id_idx" ON "audit_entries"("subject", "subject_id");

-- CreateIndex
CREATE INDEX "audit_entries_actor_id_idx" ON "audit_entries"("actor_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seals_entry_id_key" ON "audit_seals"("entry_id");

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_profession_fkey" FOREIGN KEY ("profession") REFERENCES "professions"("name") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_local_office_id_fkey" FOREIGN KEY ("local_office_id") REFERENCES "local_offices"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identifiers" ADD CONSTRAINT "identifiers_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "local_offices"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_activity_type_fkey" FOREIGN KEY ("activity_type") REFERENCES "activity_types"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_credit_type_fkey" FOREIGN KEY ("credit_type") REFERENCES "credit_types"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_days" ADD CONSTRAINT "event_days_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "designations" ADD CONSTRAINT "designations_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "designations" ADD CONSTRAINT "designations_credit_type_fkey" FOREIGN KEY ("credit_type") REFERENCES "credit_types"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_days" ADD CONSTRAINT "registration_days_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_days" ADD CONSTRAINT "registration_days_event_day_id_fkey" FOREIGN KEY ("event_day_id") REFERENCES "event_days"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_days" ADD CONSTRAINT "claim_days_registration_id_event_day_id_fkey" FOREIGN KEY ("registration_id", "event_day_id") REFERENCES "registration_days"("registration_id", "event_day_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_days" ADD CONSTRAINT "claim_days_submission_id_registration_id_fkey" FOREIGN KEY ("submission_id", "registration_id") REFERENCES "submissions"("id", "registration_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_registration_id_event_day_id_fkey" FOREIGN KEY ("registration_id", "event_day_id") REFERENCES "claim_days"("registration_id", "event_day_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_corrected_by_id_fkey" FOREIGN KEY ("corrected_by_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate_versions" ADD CONSTRAINT "certificate_versions_certificate_number_fkey" FOREIGN KEY ("certificate_number") REFERENCES "certificates"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate_versions" ADD CONSTRAINT "certificate_versions_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate_files" ADD CONSTRAINT "certificate_files_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "certificate_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "muted_messages" ADD CONSTRAINT "muted_messages_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_values" ADD CONSTRAINT "audit_values_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "audit_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_seals" ADD CONSTRAINT "audit_seals_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "audit_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

