-- What was brought for an audit belongs to the entry that it was brought for, and to no other.
ALTER TABLE documents ADD CONSTRAINT documents_of_audited_entry
  CHECK (audit_id IS NULL OR entry_id IS NULL OR entry_id = audited_entry_id);

-- Draws, audits, their steps and what was reminded of are only added to: nor are they emptied.
CREATE TRIGGER audit_selections_not_emptied BEFORE TRUNCATE ON audit_selections
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER credit_audits_not_emptied BEFORE TRUNCATE ON credit_audits
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER credit_audit_steps_not_emptied BEFORE TRUNCATE ON credit_audit_steps
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cycle_reminders_not_emptied BEFORE TRUNCATE ON cycle_reminders
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Until the last day has passed on the association's calendar, an audit without an answer is its
-- member's, and nobody decides it.
CREATE FUNCTION check_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.due_on >= (SELECT (NEW.decided_at AT TIME ZONE s.time_zone)::date FROM settings s) THEN
    RAISE EXCEPTION 'the member of this audit still has time to answer' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER credit_audits_checked BEFORE INSERT OR UPDATE ON credit_audits
  FOR EACH ROW WHEN (NEW.decided_at IS NOT NULL AND NEW.answered_at IS NULL)
  EXECUTE FUNCTION check_verdict();
