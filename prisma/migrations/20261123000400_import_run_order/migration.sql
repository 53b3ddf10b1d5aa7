-- A file is confirmed once it has been checked, and one in which something was refused is not imported.
ALTER TABLE import_runs
  ADD CHECK (confirmed_at IS NULL OR checked_at IS NOT NULL),
  ADD CHECK (applied_at IS NULL OR refusals = 0);
