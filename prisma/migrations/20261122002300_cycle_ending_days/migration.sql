-- The days before a cycle's end are what the form takes: one to six of 1 to 365, each once, the most first.

ALTER TABLE settings DROP CONSTRAINT settings_cycle_ending_days_check;
ALTER TABLE settings ADD CONSTRAINT settings_cycle_ending_days_check CHECK (
  cycle_ending_days ~ '^([1-9][0-9]?|[12][0-9][0-9]|3[0-5][0-9]|36[0-5])(, ([1-9][0-9]?|[12][0-9][0-9]|3[0-5][0-9]|36[0-5])){0,5}$');
-- A number that is not there compares as null, which a CHECK lets pass.
ALTER TABLE settings ADD CONSTRAINT settings_cycle_ending_days_order CHECK (
  (string_to_array(cycle_ending_days, ', ')::int[])[1] > (string_to_array(cycle_ending_days, ', ')::int[])[2]
  AND (string_to_array(cycle_ending_days, ', ')::int[])[2] > (string_to_array(cycle_ending_days, ', ')::int[])[3]
  AND (string_to_array(cycle_ending_days, ', ')::int[])[3] > (string_to_array(cycle_ending_days, ', ')::int[])[4]
  AND (string_to_array(cycle_ending_days, ', ')::int[])[4] > (string_to_array(cycle_ending_days, ', ')::int[])[5]
  AND (string_to_array(cycle_ending_days, ', ')::int[])[5] > (string_to_array(cycle_ending_days, ', ')::int[])[6]);
