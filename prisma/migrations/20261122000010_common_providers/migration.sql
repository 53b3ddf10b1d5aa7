-- A long list of providers hides the few that members look for. Who is in the list stays there until
-- somebody takes them out; an import says nothing of it.

ALTER TABLE "providers" ADD COLUMN "common" BOOLEAN NOT NULL DEFAULT true;
