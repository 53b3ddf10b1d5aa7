-- Staff find a member by any identifier or a part of a name, with or without diacritics, as they type.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Immutable, although dictionaries can be replaced, so that columns and plans may rest on it.
CREATE FUNCTION search_fold(typed text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT lower(public.unaccent('public.unaccent', normalize(typed, NFKC))) $$;

-- The space before each word makes what is typed first a word's beginning.
ALTER TABLE "members" ADD COLUMN "search_key" TEXT GENERATED ALWAYS AS (search_fold(
  ' ' || first_name || ' ' || last_name || ' ' || coalesce(member_number, '') || ' ' || coalesce(username, '') || ' ' || email)) STORED;
CREATE INDEX "members_search_key_idx" ON "members" USING GIN ("search_key" gin_trgm_ops);
