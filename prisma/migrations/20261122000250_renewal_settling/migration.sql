-- Windows that begin together may end apart: each is a renewal of its own.
DROP INDEX "renewals_member_id_due_on_window_from_key";
CREATE UNIQUE INDEX "renewals_member_id_due_on_window_from_window_to_key" ON "renewals"("member_id", "due_on", "window_from", "window_to");

-- Passing by a renewal that is unsettled already would lose an entry: whoever settles it has read the
-- record before, and says afterwards that it is settled. The row's lock makes one wait for the other.
CREATE OR REPLACE FUNCTION unsettle_renewals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE renewals SET unsettled = true WHERE id IN (
    SELECT r.id FROM renewals r JOIN (SELECT DISTINCT member_id FROM changed) c ON c.member_id = r.member_id
      WHERE r.renewed_at IS NULL ORDER BY r.id FOR UPDATE OF r);
  RETURN NULL;
END $$;
