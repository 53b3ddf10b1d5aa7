-- How far the check or the import of a file has come, for the page that waits for it.
ALTER TABLE import_runs ADD COLUMN step TEXT
  CHECK (step IN ('reading', 'comparing', 'writing'));
