-- Entries that repeat another are looked for among those of one member and day.
CREATE INDEX standing_entries_by_day ON credit_entries (member_id, earned_on)
  WHERE replaced_at IS NULL AND withdrawn_at IS NULL AND rejected_at IS NULL AND not_duplicate_at IS NULL;
