-- Nobody decides about their own record: here it stands in another table than the decision. The argument
-- is the column of who decided; what the command line or the clock does has nobody in it.
CREATE FUNCTION refuse_own_decision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  owner uuid;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'corrections' THEN
      SELECT member_id INTO owner FROM registrations WHERE id = NEW.registration_id;
    WHEN 'entry_corrections' THEN
      SELECT member_id INTO owner FROM credit_entries WHERE id = NEW.entry_id;
    WHEN 'form_signatures' THEN
      SELECT member_id INTO owner FROM reporting_forms WHERE id = NEW.form_id;
    WHEN 'line_decisions' THEN
      SELECT r.member_id INTO owner FROM batch_lines l
        JOIN batches b ON b.id = l.batch_id JOIN renewals r ON r.id = b.renewal_id
       WHERE l.id = NEW.line_id;
    WHEN 'waivers' THEN
      SELECT member_id INTO owner FROM renewals WHERE id = NEW.renewal_id;
    WHEN 'credit_audit_steps' THEN
      SELECT r.member_id INTO owner FROM credit_audits a JOIN renewals r ON r.id = a.renewal_id
       WHERE a.id = NEW.audit_id;
  END CASE;
  IF to_jsonb(NEW) ->> TG_ARGV[0] = owner::text THEN
    RAISE EXCEPTION 'nobody decides about their own record' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER corrections_by_others BEFORE INSERT ON corrections
  FOR EACH ROW EXECUTE FUNCTION refuse_own_decision('corrected_by_id');
CREATE TRIGGER entry_corrections_by_others BEFORE INSERT ON entry_corrections
  FOR EACH ROW EXECUTE FUNCTION refuse_own_decision('corrected_by_id');
CREATE TRIGGER form_signatures_by_others BEFORE INSERT ON form_signatures
  FOR EACH ROW EXECUTE FUNCTION refuse_own_decision('officer_id');
CREATE TRIGGER line_decisions_by_others BEFORE INSERT ON line_decisions
  FOR EACH ROW EXECUTE FUNCTION refuse_own_decision('decided_by_id');
CREATE TRIGGER waivers_by_others BEFORE INSERT ON waivers
  FOR EACH ROW EXECUTE FUNCTION refuse_own_decision('granted_by_id');
-- An answer to an audit is its member's.
CREATE TRIGGER credit_audit_steps_by_others BEFORE INSERT ON credit_audit_steps
  FOR EACH ROW WHEN (NEW.kind <> 'sent') EXECUTE FUNCTION refuse_own_decision('taken_by_id');
