-- Two cycles of one certification never share a day: credit would count twice, and nobody could say
-- which of them a renewal renews. Trusted since PostgreSQL 13, so that the owner may create it.

CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE cycles ADD CONSTRAINT cycles_apart
  EXCLUDE USING gist (certification_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
