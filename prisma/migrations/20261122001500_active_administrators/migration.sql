-- An administrator who is retired administers nothing: the last active one stays, whichever way they
-- would go, by losing the role or by being retired.
CREATE OR REPLACE FUNCTION keep_last_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7230918);
  IF NOT EXISTS (SELECT 1 FROM role_grants g JOIN members m ON m.id = g.member_id
                  WHERE g.role = 'administrator' AND g.member_id <> OLD.member_id AND m.retired_at IS NULL) THEN
    RAISE EXCEPTION 'the last administrator stays' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;

CREATE FUNCTION keep_last_administrator_active() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM role_grants WHERE role = 'administrator' AND member_id = OLD.id) THEN
    RETURN NEW;
  END IF;
  PERFORM pg_advisory_xact_lock(7230918);
  IF NOT EXISTS (SELECT 1 FROM role_grants g JOIN members m ON m.id = g.member_id
                  WHERE g.role = 'administrator' AND g.member_id <> OLD.id AND m.retired_at IS NULL) THEN
    RAISE EXCEPTION 'the last administrator stays' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER last_administrator_active BEFORE UPDATE OF retired_at ON members
  FOR EACH ROW WHEN (OLD.retired_at IS NULL AND NEW.retired_at IS NOT NULL)
  EXECUTE FUNCTION keep_last_administrator_active();
