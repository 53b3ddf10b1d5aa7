-- The span and the end of an event come from its days, whoever writes them, as its version does.
ALTER FUNCTION raise_version_of_events() RENAME TO refresh_events;
CREATE OR REPLACE FUNCTION refresh_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE events e SET version = version + 1,
         (first_on, last_on, ends_at) =
           (SELECT min(day), max(day), max(d.ends_at) FROM event_days d WHERE d.event_id = e.id)
    WHERE id IN (SELECT event_id FROM changed);
  RETURN NULL;
END $$;
