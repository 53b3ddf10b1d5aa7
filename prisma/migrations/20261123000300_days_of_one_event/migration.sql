-- The days of a registration are days of its event.
CREATE FUNCTION refuse_day_of_another_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM added JOIN registrations r ON r.id = added.registration_id
               JOIN event_days d ON d.id = added.event_day_id WHERE d.event_id <> r.event_id) THEN
    RAISE EXCEPTION 'this is a day of another event' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER registration_days_of_one_event AFTER INSERT ON registration_days
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_day_of_another_event();

-- So neither of them moves to another event, nor a registered day to another registration or day.
CREATE FUNCTION refuse_another_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a row of % stays with its event', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER registration_days_stay BEFORE UPDATE OF registration_id, event_day_id ON registration_days
  FOR EACH ROW WHEN ((OLD.registration_id, OLD.event_day_id) IS DISTINCT FROM (NEW.registration_id, NEW.event_day_id))
  EXECUTE FUNCTION refuse_another_event();
CREATE TRIGGER registrations_stay BEFORE UPDATE OF event_id ON registrations
  FOR EACH ROW WHEN (OLD.event_id <> NEW.event_id) EXECUTE FUNCTION refuse_another_event();
CREATE TRIGGER event_days_stay BEFORE UPDATE OF event_id ON event_days
  FOR EACH ROW WHEN (OLD.event_id <> NEW.event_id) EXECUTE FUNCTION refuse_another_event();
