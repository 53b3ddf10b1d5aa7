-- Two records of one person become one: what is about the person goes to the record that is kept, and
-- the other one stays, merged into it, with what it did and with what both had.

-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'members_merged';

-- AlterTable
ALTER TABLE "members" ADD COLUMN     "merged_at" TIMESTAMPTZ(3),
ADD COLUMN     "merged_into_id" UUID;

-- Two records may each have a renewal of one day: the one that comes second stands beside the first.
ALTER TABLE "renewals" ADD COLUMN     "beside" INTEGER NOT NULL DEFAULT 0;
DROP INDEX "renewals_member_id_due_on_window_from_window_to_key";
CREATE UNIQUE INDEX "renewals_member_id_due_on_window_from_window_to_beside_key" ON "renewals"("member_id", "due_on", "window_from", "window_to", "beside");

-- CreateIndex
CREATE INDEX "members_merged_into_id_idx" ON "members"("merged_into_id");

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE renewals ADD CHECK (beside >= 0);
ALTER TABLE members ADD CHECK (merged_into_id <> id), ADD CHECK ((merged_into_id IS NULL) = (merged_at IS NULL)),
  ADD CONSTRAINT merged_record_is_closed CHECK (merged_into_id IS NULL OR (retired_at IS NOT NULL AND password_hash IS NULL));

CREATE FUNCTION is_merged_into(other uuid, kept uuid) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT EXISTS (SELECT FROM members WHERE id = other AND merged_into_id = kept) $$;

-- Once merged, always merged; into a record that is not merged itself, by one without a role.
CREATE FUNCTION keep_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.merged_into_id IS NOT NULL AND NOT is_merged_into(OLD.merged_into_id, NEW.merged_into_id) THEN
    RAISE EXCEPTION 'a merged record stays merged' USING ERRCODE = 'restrict_violation';
  END IF;
  -- Locked, so that of two records that are merged into each other one comes too late.
  PERFORM 1 FROM members WHERE id = NEW.merged_into_id AND merged_into_id IS NULL FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the record that is kept is merged itself' USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (SELECT FROM role_grants WHERE member_id = NEW.id) THEN
    RAISE EXCEPTION 'a record with a role is not merged' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER members_merged BEFORE UPDATE OF merged_into_id ON members
  FOR EACH ROW WHEN (OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id) EXECUTE FUNCTION keep_merge();

-- The identifiers of a merged record lead to the one that is kept, whatever identifiers that one has or
-- gets itself.
CREATE OR REPLACE FUNCTION keep_identifiers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM identifiers USING old_members o JOIN new_members n USING (id)
      WHERE identifiers.member_id = o.id
        AND (o.email, o.username, o.member_number, o.merged_into_id)
          IS DISTINCT FROM (n.email, n.username, n.member_number, n.merged_into_id);
    INSERT INTO identifiers (key, member_id)
      WITH changed AS (
        SELECT n.id, n.email, n.username, n.member_number, coalesce(n.merged_into_id, n.id) AS owner
          FROM new_members n JOIN old_members o USING (id)
          WHERE (o.email, o.username, o.member_number, o.merged_into_id)
            IS DISTINCT FROM (n.email, n.username, n.member_number, n.merged_into_id)
      ), named AS (
        SELECT email, username, member_number, owner FROM changed
        UNION ALL
        SELECT m.email, m.username, m.member_number, c.owner FROM members m JOIN changed c ON c.id = m.merged_into_id
          WHERE m.merged_into_id IS NOT NULL
      ), keyed AS (
        SELECT DISTINCT identifier_key(typed) AS key, owner
          FROM named, LATERAL (VALUES (email), (username), (member_number)) AS v (typed) WHERE typed IS NOT NULL
      )
      -- A record that was merged into a merged one has given its own along with the first.
      SELECT k.key, k.owner FROM keyed k
        WHERE NOT EXISTS (SELECT FROM identifiers i WHERE i.key = k.key AND i.member_id = k.owner);
  ELSE
    INSERT INTO identifiers (key, member_id)
      SELECT DISTINCT identifier_key(typed), n.id
        FROM new_members n, LATERAL (VALUES (n.email), (n.username), (n.member_number)) AS v (typed)
        WHERE typed IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;

-- Nothing new comes to a merged record: whoever was at it meanwhile has to begin again.
CREATE FUNCTION refuse_merged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM members WHERE merged_into_id IS NOT NULL AND id IN (SELECT member_id FROM added)) THEN
    RAISE EXCEPTION 'this record was merged into another' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

-- A row changes its member by a merge alone.
CREATE FUNCTION keep_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT is_merged_into(OLD.member_id, NEW.member_id) THEN
    RAISE EXCEPTION 'what is on a record goes to another by a merge alone' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE
  part text;
BEGIN
  FOREACH part IN ARRAY ARRAY['role_grants', 'sessions', 'password_resets', 'registrations', 'correction_requests',
      'messages', 'muted_messages', 'certifications', 'credit_entries', 'report_drafts', 'documents', 'renewals',
      'reporting_forms'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_merged()', part || '_not_merged', part);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OF member_id ON %I FOR EACH ROW WHEN (OLD.member_id IS DISTINCT FROM NEW.member_id) EXECUTE FUNCTION keep_owner()', part || '_owner', part);
  END LOOP;
END $$;

-- Rows that are frozen otherwise change their member, and nothing else, by a merge.
CREATE FUNCTION moves_by_merge(was jsonb, becomes jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT was ->> 'member_id' <> becomes ->> 'member_id' AND was - 'member_id' = becomes - 'member_id'
    AND is_merged_into((was ->> 'member_id')::uuid, (becomes ->> 'member_id')::uuid) $$;

CREATE OR REPLACE FUNCTION keep_entry_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.source, NEW.external_id, NEW.earned_on, NEW.reported_on, NEW.format, NEW.credits,
      NEW.credit_type, NEW.provider_id, NEW.provider_other, NEW.course_number, NEW.title, NEW.entered,
      NEW.registration_id, NEW.event_day_id, NEW.created_at, NEW.replaces_id)
       IS DISTINCT FROM
     (OLD.id, OLD.source, OLD.external_id, OLD.earned_on, OLD.reported_on, OLD.format, OLD.credits,
      OLD.credit_type, OLD.provider_id, OLD.provider_other, OLD.course_number, OLD.title, OLD.entered,
      OLD.registration_id, OLD.event_day_id, OLD.created_at, OLD.replaces_id)
     OR (NEW.member_id <> OLD.member_id AND NOT is_merged_into(OLD.member_id, NEW.member_id))
     OR (OLD.accepted_at IS NOT NULL AND NEW.accepted_at IS DISTINCT FROM OLD.accepted_at)
     OR (OLD.rejected_at IS NOT NULL AND NEW.rejected_at IS DISTINCT FROM OLD.rejected_at)
     OR (OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at)
     OR (OLD.replaced_at IS NOT NULL AND NEW.replaced_at IS DISTINCT FROM OLD.replaced_at) THEN
    RAISE EXCEPTION 'an entry does not change: a correction is a new one' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION keep_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND moves_by_merge(to_jsonb(OLD), to_jsonb(NEW)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the document of an entry does not change' USING ERRCODE = 'restrict_violation';
END $$;

CREATE OR REPLACE FUNCTION keep_correction_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.member_id <> OLD.member_id AND moves_by_merge(to_jsonb(OLD), to_jsonb(NEW)) THEN
    RETURN NEW;
  END IF;
  IF OLD.decided_at IS NOT NULL
     OR (NEW.id, NEW.registration_id, NEW.entry_id, NEW.certificate_number, NEW.member_id, NEW.message, NEW.requested_at)
       IS DISTINCT FROM
        (OLD.id, OLD.registration_id, OLD.entry_id, OLD.certificate_number, OLD.member_id, OLD.message, OLD.requested_at) THEN
    RAISE EXCEPTION 'a request does not change, and is decided once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
GRANT UPDATE (member_id) ON correction_requests TO credence_app;

CREATE OR REPLACE FUNCTION keep_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.member_id <> OLD.member_id AND moves_by_merge(to_jsonb(OLD), to_jsonb(NEW)) THEN
    RETURN NEW;
  END IF;
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
