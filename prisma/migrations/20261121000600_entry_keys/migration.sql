-- What duplicates are recognised by, folded once and not each time a record is read.

ALTER TABLE "credit_entries"
  ADD COLUMN "provider_other_key" TEXT GENERATED ALWAYS AS (identifier_key("provider_other")) STORED,
  ADD COLUMN "course_number_key" TEXT GENERATED ALWAYS AS (identifier_key("course_number")) STORED,
  ADD COLUMN "title_key" TEXT GENERATED ALWAYS AS (identifier_key("title")) STORED;
