-- The date of a locked day is part of what was locked. Maxima and times may still move: staff see
-- which locked days they touch.
CREATE FUNCTION refuse_moving_locked_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM claim_days WHERE event_day_id = OLD.id AND submission_id IS NOT NULL) THEN
    RAISE EXCEPTION 'a claim of this day is locked by a submission' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER event_days_locked BEFORE UPDATE OF day, event_id ON event_days
  FOR EACH ROW WHEN ((OLD.day, OLD.event_id) IS DISTINCT FROM (NEW.day, NEW.event_id))
  EXECUTE FUNCTION refuse_moving_locked_day();
CREATE INDEX claim_days_event_day_id_idx ON claim_days (event_day_id);
