-- O'Brien is looked for as obrien, too: no apostrophe is in a search key, or left in what is typed.
CREATE OR REPLACE FUNCTION search_fold(typed text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT translate(lower(public.unaccent('public.unaccent', normalize(typed, NFKC))), '''`´ʻʼ‘’', '') $$;

-- A stored key does not follow its function by itself.
ALTER TABLE "members" DROP COLUMN "search_key";
ALTER TABLE "members" ADD COLUMN "search_key" TEXT GENERATED ALWAYS AS (search_fold(
  ' ' || first_name || ' ' || last_name || ' ' || coalesce(member_number, '') || ' ' || coalesce(username, '') || ' ' || email)) STORED;
CREATE INDEX "members_search_key_idx" ON "members" USING GIN ("search_key" gin_trgm_ops);
