-- What must be true whatever the code does: ranges, one active certificate a claim, locked rows,
-- append-only records, and how little the application's role may do.

-- Ranges. Credits are whole hundredths, at most 999.99.
ALTER TABLE settings ADD CHECK (id = 1), ADD CHECK (onsite_wait_hours > 0), ADD CHECK (reset_link_minutes > 0);
ALTER TABLE credit_types ADD CHECK (increment > 0), ADD CHECK (minutes_per_credit > 0);
ALTER TABLE members
  ADD CHECK (member_number <> ''), ADD CHECK (username <> ''), ADD CHECK (email LIKE '%_@_%'),
  ADD CHECK (birth_month_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$');
ALTER TABLE role_grants ADD CHECK ((role = 'local_office') = (office_id IS NOT NULL));
ALTER TABLE events ADD CHECK (code <> ''), ADD CHECK (last_on >= first_on),
  ADD CHECK ((first_on IS NULL) = (last_on IS NULL) AND (last_on IS NULL) = (ends_at IS NULL));
ALTER TABLE event_days
  ADD CHECK (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'), ADD CHECK (ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CHECK (ends > starts), ADD CHECK (maximum BETWEEN 0 AND 99999);
ALTER TABLE designations ADD CHECK (maximum BETWEEN 0 AND 99999);
ALTER TABLE registration_days ADD CHECK (declared_at IS NOT NULL OR confirmed_at IS NOT NULL);
ALTER TABLE claim_days
  ADD CHECK (credits BETWEEN 0 AND 99999), ADD CHECK (version > 0),
  ADD CONSTRAINT locked_day_is_entered CHECK (submission_id IS NULL OR credits IS NOT NULL);
ALTER TABLE submissions ADD CHECK (number > 0), ADD CHECK (attestation <> '');
ALTER TABLE corrections
  ADD CHECK (number > 0), ADD CHECK (old_credits BETWEEN 0 AND 99999), ADD CHECK (new_credits BETWEEN 0 AND 99999),
  ADD CHECK (old_credits <> new_credits), ADD CHECK (btrim(reason) <> '');
ALTER TABLE correction_requests ADD CHECK (btrim(message) <> '');
ALTER TABLE certificates ADD CHECK (number ~ '^CR-[0-9A-HJKMNP-TV-Z]{16}$');
ALTER TABLE certificate_versions ADD CHECK (version > 0), ADD CHECK ((revoked_at IS NULL) = (revoked_reason IS NULL));
ALTER TABLE certificate_files ADD CHECK (sha256 = encode(sha256(bytes), 'hex'));

CREATE UNIQUE INDEX one_active_version_a_certificate ON certificate_versions (certificate_number)
  WHERE superseded_at IS NULL AND revoked_at IS NULL;

-- An e-mail address, username or member number belongs to one member only, across the three.
-- Statement-level, so that one statement may swap identifiers between members.
CREATE FUNCTION keep_identifiers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM identifiers USING old_members o JOIN new_members n USING (id)
      WHERE identifiers.member_id = o.id
        AND (o.email, o.username, o.member_number) IS DISTINCT FROM (n.email, n.username, n.member_number);
    INSERT INTO identifiers (key, member_id)
      SELECT DISTINCT identifier_key(typed), n.id
        FROM new_members n JOIN old_members o USING (id), LATERAL (VALUES (n.email), (n.username), (n.member_number)) AS v (typed)
        WHERE typed IS NOT NULL
          AND (o.email, o.username, o.member_number) IS DISTINCT FROM (n.email, n.username, n.member_number);
  ELSE
    INSERT INTO identifiers (key, member_id)
      SELECT DISTINCT identifier_key(typed), n.id
        FROM new_members n, LATERAL (VALUES (n.email), (n.username), (n.member_number)) AS v (typed)
        WHERE typed IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER members_identifiers_added AFTER INSERT ON members
  REFERENCING NEW TABLE AS new_members FOR EACH STATEMENT EXECUTE FUNCTION keep_identifiers();
CREATE TRIGGER members_identifiers_changed AFTER UPDATE ON members
  REFERENCING OLD TABLE AS old_members NEW TABLE AS new_members FOR EACH STATEMENT EXECUTE FUNCTION keep_identifiers();

-- A locked day never changes, by any route.
CREATE FUNCTION refuse_locked_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'this day is locked by a submission' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER claim_days_locked BEFORE UPDATE OR DELETE ON claim_days
  FOR EACH ROW WHEN (OLD.submission_id IS NOT NULL) EXECUTE FUNCTION refuse_locked_day();

-- A correction is of a locked day and starts from the amount that stands.
CREATE FUNCTION check_correction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  standing int;
BEGIN
  SELECT coalesce(
    (SELECT c.new_credits FROM corrections c WHERE c.registration_id = d.registration_id
       AND c.event_day_id = d.event_day_id ORDER BY c.number DESC LIMIT 1),
    d.credits) INTO standing
    FROM claim_days d WHERE d.registration_id = NEW.registration_id AND d.event_day_id = NEW.event_day_id
      AND d.submission_id IS NOT NULL;
  IF standing IS NULL THEN
    RAISE EXCEPTION 'only a locked day can be corrected' USING ERRCODE = 'restrict_violation';
  ELSIF standing <> NEW.old_credits THEN
    RAISE EXCEPTION 'the amount that stands is another one' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER corrections_checked BEFORE INSERT ON corrections FOR EACH ROW EXECUTE FUNCTION check_correction();

-- Records that are only added to.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: its rows are only added', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['submissions', 'corrections', 'correction_requests', 'certificates', 'certificate_files', 'audit_entries', 'audit_seals'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept || '_kept', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept || '_not_emptied', kept);
  END LOOP;
END $$;
CREATE TRIGGER certificate_versions_kept BEFORE DELETE ON certificate_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_values_kept BEFORE UPDATE ON audit_values FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The facts of a certificate are frozen; a version may only end, once in each way, or be held.
CREATE FUNCTION keep_certificate_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.certificate_number, NEW.version, NEW.submission_id, NEW.facts, NEW.issued_at)
       IS DISTINCT FROM (OLD.id, OLD.certificate_number, OLD.version, OLD.submission_id, OLD.facts, OLD.issued_at)
     OR (OLD.superseded_at IS NOT NULL AND NEW.superseded_at IS DISTINCT FROM OLD.superseded_at)
     OR (OLD.revoked_at IS NOT NULL AND (NEW.revoked_at, NEW.revoked_reason) IS DISTINCT FROM (OLD.revoked_at, OLD.revoked_reason)) THEN
    RAISE EXCEPTION 'an issued certificate does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_versions_frozen BEFORE UPDATE ON certificate_versions
  FOR EACH ROW EXECUTE FUNCTION keep_certificate_facts();

-- The application's role is neither owner nor superuser (prisma/migrate.ts makes it).
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO credence_app;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO credence_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO credence_app;
REVOKE INSERT, UPDATE ON identifiers FROM credence_app;
REVOKE UPDATE ON submissions, corrections, correction_requests, certificates, certificate_files,
  audit_entries, audit_seals, audit_values FROM credence_app;
GRANT DELETE ON attempts, muted_messages, role_grants, audit_values TO credence_app;
-- A shadow database, to which migrations are applied for comparison, has no such table.
DO $$
BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    REVOKE ALL ON _prisma_migrations FROM credence_app;
  END IF;
END $$;
