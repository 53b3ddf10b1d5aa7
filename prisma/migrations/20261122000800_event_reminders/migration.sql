-- Staff set up events in the browser, see whose declarations wait, and remind members of credits that
-- they have not claimed: each member at most once a week.

-- CreateEnum
CREATE TYPE "reminder_outcome" AS ENUM ('sent', 'reminded', 'muted', 'retired', 'claimed');

-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'claim_reminder';

-- AlterTable
ALTER TABLE "events" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "members" ADD COLUMN     "claim_reminded_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "reminder_runs" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "requested_by_id" UUID,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "reminder_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_reminders" (
    "run_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "outcome" "reminder_outcome",

    CONSTRAINT "claim_reminders_pkey" PRIMARY KEY ("run_id","registration_id")
);

-- CreateIndex
CREATE INDEX "reminder_runs_event_id_requested_at_idx" ON "reminder_runs"("event_id", "requested_at");
CREATE INDEX "reminder_runs_requested_by_id_idx" ON "reminder_runs"("requested_by_id");
CREATE INDEX "claim_reminders_registration_id_idx" ON "claim_reminders"("registration_id");

-- AddForeignKey
ALTER TABLE "reminder_runs" ADD CONSTRAINT "reminder_runs_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reminder_runs" ADD CONSTRAINT "reminder_runs_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "claim_reminders" ADD CONSTRAINT "claim_reminders_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "reminder_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim_reminders" ADD CONSTRAINT "claim_reminders_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE reminder_runs ADD CHECK (finished_at >= requested_at);
ALTER TABLE claim_reminders ADD CHECK ((settled_at IS NULL) = (outcome IS NULL));

-- What a run has left to do.
CREATE INDEX claim_reminders_waiting ON claim_reminders (run_id, registration_id) WHERE settled_at IS NULL;
-- Declared onsite and neither confirmed nor removed: counted on every page of the admin panel.
CREATE INDEX registration_days_waiting ON registration_days (registration_id)
  WHERE confirmed_at IS NULL AND withdrawn_at IS NULL;

-- Whoever sets up an event names the version they looked at. It rises whichever way the event, its
-- days or its designations change, an import included.
CREATE FUNCTION raise_event_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER events_version BEFORE UPDATE ON events
  FOR EACH ROW WHEN (NEW.version = OLD.version) EXECUTE FUNCTION raise_event_version();

CREATE FUNCTION raise_version_of_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE events SET version = version + 1 WHERE id IN (SELECT event_id FROM changed);
  RETURN NULL;
END $$;
DO $$
DECLARE
  part text;
BEGIN
  FOREACH part IN ARRAY ARRAY['event_days', 'designations'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION raise_version_of_events()', part || '_added', part);
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION raise_version_of_events()', part || '_changed', part);
    EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION raise_version_of_events()', part || '_removed', part);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON reminder_runs, claim_reminders TO credence_app;
GRANT UPDATE (finished_at) ON reminder_runs TO credence_app;
GRANT UPDATE (settled_at, outcome) ON claim_reminders TO credence_app;
-- A day without registrations, and a designation that no certificate states, may be removed again.
GRANT DELETE ON event_days, designations TO credence_app;
