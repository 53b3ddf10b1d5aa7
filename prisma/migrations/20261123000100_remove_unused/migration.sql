-- What was entered by mistake may be removed again while nothing refers to it. The foreign keys decide
-- whether anything does; these three would have emptied the reference instead.
ALTER TABLE "members" DROP CONSTRAINT "members_profession_fkey";
ALTER TABLE "members" ADD CONSTRAINT "members_profession_fkey" FOREIGN KEY ("profession") REFERENCES "professions"("name") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "members" DROP CONSTRAINT "members_local_office_id_fkey";
ALTER TABLE "members" ADD CONSTRAINT "members_local_office_id_fkey" FOREIGN KEY ("local_office_id") REFERENCES "local_offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "role_grants" DROP CONSTRAINT "role_grants_office_id_fkey";
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "local_offices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

GRANT DELETE ON events, activity_types, professions, local_offices TO credence_app;
