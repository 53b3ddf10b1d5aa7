-- Who is given a role is told by mail; and the association never loses its last administrator.
ALTER TYPE "message_kind" ADD VALUE 'role_granted';

-- Those who take the role from administrators take turns: of the last two who take it from each
-- other at once, the second is refused.
CREATE FUNCTION keep_last_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7230918);
  IF NOT EXISTS (SELECT 1 FROM role_grants
                  WHERE role = 'administrator' AND member_id <> OLD.member_id) THEN
    RAISE EXCEPTION 'the last administrator stays' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER last_administrator_kept BEFORE DELETE ON role_grants
  FOR EACH ROW WHEN (OLD.role = 'administrator') EXECUTE FUNCTION keep_last_administrator();
